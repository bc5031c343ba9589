package cn.onenetwork.privacy.api;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.FreeText;
import cn.onenetwork.platform.IdempotencyKeys.Key;
import cn.onenetwork.platform.Outcomes;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.privacy.AskingForCorrection;
import cn.onenetwork.privacy.Correction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// Corrections of what was filed.
@GraphQLApi
public class CorrectionApi {

    private final AskingForCorrection asking;
    private final Callers callers;

    CorrectionApi(AskingForCorrection asking, Callers callers) {
        this.asking = asking;
        this.callers = callers;
    }

    @Query
    @Description("The corrections that were asked for in the viewer's own cases, newest first, at most 100; of a"
            + " corporation's cases for its legal representative or administrator. 我的更正申请。 Requires CITIZEN.")
    public Uni<List<@NonNull Correction>> myCorrections() {
        return asking.mine(callers.current());
    }

    @Query
    @Description("The corrections that wait for a decision in the viewer's tenant, oldest first, at most 100; each is"
            + " noted in the access log. 待处理的更正申请。 Requires OFFICER, REVIEWER or SUPERVISOR.")
    public Uni<List<@NonNull Correction>> openCorrections() {
        return asking.open(callers.current());
    }

    @Mutation
    @Description(
            "Asks for a correction of a form that was filed; an officer of the tenant decides. A draft is corrected"
                    + " by saving it. 申请更正个人信息。 Requires CITIZEN.")
    public Uni<CorrectionRequestPayload> correctionRequest(
            @NonNull @Name("input") @Description("What is wrong. 更正内容。") CorrectionRequestInput input) {
        Caller caller = callers.current().require(Role.CITIZEN);
        Key key = Key.of(caller.id(), "correctionRequest", input.idempotencyKey(), input, caller.locale());
        return Outcomes.payload(
                asking.ask(
                                caller,
                                input.caseId(),
                                input.form(),
                                FreeText.optional(input.reason(), caller.locale()),
                                key)
                        .map(correction -> new CorrectionRequestPayload(correction, List.of())),
                caller.locale(),
                errors -> new CorrectionRequestPayload(null, errors));
    }

    @Mutation
    @Description(
            "Decides on a request for a correction. Where the person is right, the form is corrected and the timeline"
                    + " says so; once the file is closed, request and decision stand beside it. 处理更正申请。"
                    + " Requires OFFICER, REVIEWER or SUPERVISOR.")
    public Uni<CorrectionDecidePayload> correctionDecide(
            @NonNull @Name("input") @Description("The decision. 处理决定。") CorrectionDecideInput input) {
        Caller caller = callers.current().require(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR);
        Key key = Key.of(caller.id(), "correctionDecide", input.idempotencyKey(), input, caller.locale());
        return Outcomes.payload(
                asking.decide(
                                caller,
                                id(input.correctionId(), caller),
                                input.approve(),
                                FreeText.optional(input.grounds(), caller.locale()),
                                key)
                        .map(correction -> new CorrectionDecidePayload(correction, List.of())),
                caller.locale(),
                errors -> new CorrectionDecidePayload(null, errors));
    }

    private static UUID id(String text, Caller caller) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Refusal.of(Refusal.Code.NOT_FOUND, caller.locale());
        }
    }
}
