package cn.onenetwork.cases.api;

import cn.onenetwork.cases.AccessLog;
import cn.onenetwork.cases.CaseDeadline;
import cn.onenetwork.cases.CaseDetails;
import cn.onenetwork.cases.CaseEventConnection;
import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CaseMaterialView;
import cn.onenetwork.cases.CasePart;
import cn.onenetwork.cases.CaseReading;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.cases.DecisionExplanation;
import cn.onenetwork.cases.ServiceCaseConnection;
import cn.onenetwork.cases.ShowingForms;
import cn.onenetwork.cases.SignedCommitment;
import cn.onenetwork.cases.UnmaskPurpose;
import cn.onenetwork.cases.VoucherView;
import cn.onenetwork.catalogue.ServiceItemView;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Loaders;
import cn.onenetwork.platform.Page;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/// The nested fields of a case. Those without arguments are batched by the server; `timeline` has arguments and
/// goes through a loader of its own, because a batched field would use the arguments of its first key for all.
@GraphQLApi
public class CaseFields {

    private final CaseDetails details;
    private final CaseReading reading;
    private final ShowingForms showing;
    private final AccessLog log;
    private final Callers callers;

    CaseFields(CaseDetails details, CaseReading reading, ShowingForms showing, AccessLog log, Callers callers) {
        this.details = details;
        this.reading = reading;
        this.showing = showing;
        this.log = log;
        this.callers = callers;
    }

    @Description("The item, in the version the case was filed under. 事项。")
    @NonNull
    public Uni<List<@NonNull ServiceItemView>> item(@Source @Name("serviceCase") List<CaseView> cases) {
        return details.items(cases)
                .map(items -> items.stream().map(ServiceItemView::of).toList());
    }

    @Description("The answers of the application form. Personal values are masked unless `unmask` is asked for by the"
            + " applicant's side (by an agent where the delegation lets it edit), or with a purpose by staff of the tenant who work on the case, which is written into the"
            + " access log. 表单内容，默认脱敏。 Unmasked requires CITIZEN, OFFICER, REVIEWER or SUPERVISOR.")
    @NonNull
    public Uni<JsonObject> form(
            @Source @Name("serviceCase") CaseView serviceCase,
            @Name("unmask") @DefaultValue("false") @Description("Whether plain values are wanted. 是否查看明文。")
                    boolean unmask,
            @Name("purpose") @Description("What for; the applicant's side need not say it. 查看明文的用途。") @Nullable
                    UnmaskPurpose purpose,
            Context context) {
        Caller caller = callers.current();
        ShowingForms.Wish wish = new ShowingForms.Wish(unmask, purpose);
        return Loaders.<CaseView, JsonObject>of(context, "form", wish, cases -> showing.show(cases, caller, wish))
                .load(serviceCase);
    }

    @Description("A slot for each material that the item asks for. 材料。")
    @NonNull
    public Uni<List<@NonNull List<@NonNull CaseMaterialView>>> materials(
            @Source @Name("serviceCase") List<CaseView> cases) {
        return details.materials(cases, callers.current());
    }

    @Description("What the applicant signed in its stead; null where nothing was. 已签署的承诺书。")
    public Uni<List<@Nullable SignedCommitment>> signedCommitment(
            @Source @Name("material") List<CaseMaterialView> slots) {
        return details.signedCommitments(slots, callers.current());
    }

    @Description("When it is due, and why; null for a draft. 期限。")
    public Uni<List<@Nullable CaseDeadline>> deadline(@Source @Name("serviceCase") List<CaseView> cases) {
        return details.deadlines(cases);
    }

    @Description("What the rules of an instant item said; null where none were asked. 自动审批说明。")
    public Uni<List<@Nullable DecisionExplanation>> decisionExplanation(
            @Source @Name("serviceCase") List<CaseView> cases) {
        return details.decisionExplanations(cases, callers.current());
    }

    @NonNull
    @Description("What the administration certified to the applicant, oldest first. 公文凭证。")
    public Uni<List<@NonNull List<@NonNull VoucherView>>> vouchers(@Source @Name("serviceCase") List<CaseView> cases) {
        return reading.vouchers(cases, callers.current());
    }

    @Description("What happened to it, newest first. 办理进度。")
    public Uni<CaseEventConnection> timeline(
            @Source @Name("serviceCase") CaseView serviceCase,
            @Name("first") @DefaultValue("50") @Description("How many, 1 to 100. 数量。") int first,
            @Name("after") @Description("Cursor to go on after, towards the past. 游标。") @Nullable String after,
            Context context) {
        Caller caller = callers.current();
        Page.Request page = new Page.Request(first, after, caller.locale());
        log.read(caller, List.of(serviceCase), CasePart.TIMELINE);
        UUID id = serviceCase.reference().id();
        return Loaders.<UUID, Page<CaseEventView>>of(context, "timeline", page, ids -> reading.timelines(ids, page))
                .load(id)
                .map(events ->
                        CaseEventConnection.of(events, () -> Uni.createFrom().item((long) serviceCase.lastSequence())));
    }

    @Name("totalCount")
    @Description("How many there are on all pages; counted only where it is asked for. 总数。")
    @NonNull
    public Uni<List<@NonNull Integer>> totalCount(@Source @Name("connection") List<ServiceCaseConnection> connections) {
        return Uni.join()
                .all(connections.stream()
                        .map(connection -> connection.count().get().map(Math::toIntExact))
                        .toList())
                .andFailFast();
    }

    @Name("totalCount")
    @Description("How many there are on all pages; counted only where it is asked for. 总数。")
    @NonNull
    public Uni<List<@NonNull Integer>> eventCount(@Source @Name("connection") List<CaseEventConnection> connections) {
        return Uni.join()
                .all(connections.stream()
                        .map(connection -> connection.count().get().map(Math::toIntExact))
                        .toList())
                .andFailFast();
    }
}
