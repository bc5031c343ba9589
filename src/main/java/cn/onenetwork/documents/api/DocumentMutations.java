package cn.onenetwork.documents.api;

import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.CaseOutcomes;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.documents.HandlingDocuments;
import cn.onenetwork.documents.Ticketing;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.FreeText;
import cn.onenetwork.platform.Outcomes;
import cn.onenetwork.platform.UserError;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// What people do with documents. The bytes never come this way.
@GraphQLApi
public class DocumentMutations {

    private final Ticketing ticketing;
    private final HandlingDocuments handling;
    private final CaseOutcomes outcomes;
    private final Callers callers;

    DocumentMutations(Ticketing ticketing, HandlingDocuments handling, CaseOutcomes outcomes, Callers callers) {
        this.ticketing = ticketing;
        this.handling = handling;
        this.outcomes = outcomes;
        this.callers = callers;
    }

    @Mutation
    @Description(
            "A ticket for one file; the bytes go to `url` by the tus 1.0.0 protocol, with the same bearer token. When"
                    + " they are all there DOCUMENT_UPLOADED is written, when they are checked DOCUMENT_CHANGED. 申请上传材料。"
                    + " Requires CITIZEN.")
    public Uni<DocumentUploadCreatePayload> documentUploadCreate(
            @NonNull @Name("input") @Description("Which file will be uploaded. 待上传文件。")
                    DocumentUploadCreateInput input) {
        Caller caller = callers.current();
        return Outcomes.payload(
                ticketing
                        .announce(
                                caller,
                                input.idempotencyKey(),
                                input.announcement().checked(caller))
                        .map(upload -> new DocumentUploadCreatePayload(upload, List.of())),
                caller.locale(),
                errors -> new DocumentUploadCreatePayload(null, errors));
    }

    @Mutation
    @Description("Uses a document of another case of the same applicant again, without a new upload; writes"
            + " DOCUMENT_REUSED. 复用材料。 Requires CITIZEN.")
    public Uni<DocumentReusePayload> documentReuse(
            @NonNull @Name("input") @Description("Which document is used again. 复用材料。") DocumentReuseInput input) {
        Caller caller = callers.current();
        return payload(
                handling.reuse(caller, input, input.materialId(), input.documentId()),
                caller,
                input,
                DocumentReusePayload::new);
    }

    @Mutation
    @Description("Takes a document out of a draft; writes DOCUMENT_REMOVED. 删除材料。 Requires CITIZEN.")
    public Uni<DocumentRemovePayload> documentRemove(
            @NonNull @Name("input") @Description("Which document is removed. 删除材料。") DocumentRemoveInput input) {
        Caller caller = callers.current();
        return payload(handling.remove(caller, input, input.documentId()), caller, input, DocumentRemovePayload::new);
    }

    @Mutation
    @Description("Accepts a document; writes DOCUMENT_PASSED. 材料审核通过。 Before acceptance it is the window's,"
            + " after it the reviewer's. Requires OFFICER, REVIEWER or SUPERVISOR.")
    public Uni<DocumentPassPayload> documentPass(
            @NonNull @Name("input") @Description("Which document is accepted. 审核材料。") DocumentPassInput input) {
        Caller caller = callers.current();
        String note = FreeText.optional(input.note(), caller.locale());
        return payload(
                handling.pass(caller, input, input.documentId(), input.verified(), note),
                caller,
                input,
                DocumentPassPayload::new);
    }

    @Mutation
    @Description(
            "Sends a document back; the next notice of supplement lists it; writes DOCUMENT_RETURNED. 材料退回。"
                    + " Before acceptance it is the window's, after it the reviewer's. Requires OFFICER, REVIEWER or SUPERVISOR.")
    public Uni<DocumentReturnPayload> documentReturn(
            @NonNull @Name("input") @Description("Which document is sent back. 退回材料。") DocumentReturnInput input) {
        Caller caller = callers.current();
        String note = FreeText.required(input.note(), caller.locale());
        return payload(
                handling.sendBack(caller, input, input.documentId(), note), caller, input, DocumentReturnPayload::new);
    }

    private <P> Uni<P> payload(
            Uni<CaseView> done,
            Caller caller,
            CaseCommand command,
            BiFunction<@Nullable CaseView, List<UserError>, P> payload) {
        return outcomes.payload(done, caller, command.caseId(), payload);
    }
}
