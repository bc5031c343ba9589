package cn.onenetwork.review.api;

import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.CaseOutcomes;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.cases.OfficerAction;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.UserError;
import cn.onenetwork.review.Deciding;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// What the window does with an application.
@GraphQLApi
public class WindowMutations {

    private final Deciding deciding;
    private final CaseOutcomes outcomes;
    private final Callers callers;

    WindowMutations(Deciding deciding, CaseOutcomes outcomes, Callers callers) {
        this.deciding = deciding;
        this.outcomes = outcomes;
        this.callers = callers;
    }

    @Mutation
    @Description("Sends an application back before receipt, with one complete list; a second list needs a "
            + "SUPERVISOR; writes RETURNED. 预审退回。 Requires OFFICER or SUPERVISOR.")
    public Uni<CaseReturnPayload> caseReturn(
            @NonNull @Name("input") @Description("Which application is sent back. 预审退回。") CaseReturnInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseReturnPayload::new);
    }

    @Mutation
    @Description("Receives an application; writes RECEIVED. 收件。 Requires OFFICER or SUPERVISOR.")
    public Uni<CaseReceivePayload> caseReceive(
            @NonNull @Name("input") @Description("Which application is received. 收件。") CaseReceiveInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseReceivePayload::new);
    }

    @Mutation
    @Description("Accepts an application: the limits run from the next working day; writes ACCEPTED and "
            + "REVIEW_STARTED. 受理。 Requires OFFICER or SUPERVISOR.")
    public Uni<CaseAcceptPayload> caseAccept(
            @NonNull @Name("input") @Description("Which application is accepted. 受理。") CaseAcceptInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseAcceptPayload::new);
    }

    @Mutation
    @Description("Does not accept an application, with reason and remedy; writes REFUSED. 不予受理。 Requires "
            + "OFFICER or SUPERVISOR.")
    public Uni<CaseRefusePayload> caseRefuse(
            @NonNull @Name("input") @Description("Which application is not accepted. 不予受理。") CaseRefuseInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseRefusePayload::new);
    }

    @Mutation
    @Description("Records that a window or a courier handed the result over; writes DELIVERED and "
            + "COMPLETED. 送达。 Requires OFFICER or SUPERVISOR.")
    public Uni<CaseDeliverPayload> caseDeliver(
            @NonNull @Name("input") @Description("Whose result was handed over. 送达。") CaseDeliverInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseDeliverPayload::new);
    }

    private <P> Uni<P> act(
            Caller caller,
            CaseCommand command,
            OfficerAction action,
            BiFunction<@Nullable CaseView, List<UserError>, P> payload) {
        return outcomes.payload(deciding.act(caller, command, action), caller, command.caseId(), payload);
    }
}
