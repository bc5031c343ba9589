package cn.onenetwork.review.api;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Outcomes;
import cn.onenetwork.review.Deciding;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@GraphQLApi
public class DecisionMutations {

    private final Deciding deciding;
    private final Callers callers;

    DecisionMutations(Deciding deciding, Callers callers) {
        this.deciding = deciding;
        this.callers = callers;
    }

    @Mutation
    @Description("Receives an application; writes RECEIVED. 收件。 Requires OFFICER or SUPERVISOR.")
    public Uni<CaseReceivePayload> caseReceive(
            @NonNull @Name("input") @Description("Which application is received. 收件。") CaseReceiveInput input) {
        Caller caller = callers.current();
        return Outcomes.payload(
                deciding.receive(caller, input, input.note(caller.locale())).map(CaseReceivePayload::done),
                caller.locale(),
                CaseReceivePayload::refused);
    }

    @Mutation
    @Description("Accepts an application: the limits run from the next working day; writes ACCEPTED"
            + " and REVIEW_STARTED. 受理。 Requires OFFICER or SUPERVISOR.")
    public Uni<CaseAcceptPayload> caseAccept(
            @NonNull @Name("input") @Description("Which application is accepted. 受理。") CaseAcceptInput input) {
        Caller caller = callers.current();
        return Outcomes.payload(
                deciding.accept(caller, input, input.note(caller.locale())).map(CaseAcceptPayload::done),
                caller.locale(),
                CaseAcceptPayload::refused);
    }

    @Mutation
    @Description("Does not accept an application, with reason and remedy; writes REFUSED. 不予受理。"
            + " Requires OFFICER or SUPERVISOR.")
    public Uni<CaseRefusePayload> caseRefuse(
            @NonNull @Name("input") @Description("Which application is not accepted. 不予受理。") CaseRefuseInput input) {
        Caller caller = callers.current();
        return Outcomes.payload(
                deciding.refuse(caller, input, input.grounds(caller.locale())).map(CaseRefusePayload::done),
                caller.locale(),
                CaseRefusePayload::refused);
    }

    @Mutation
    @Description("Decides in favour; the system then makes the licence and completes the case; writes"
            + " APPROVED and what follows. 准予。 Requires REVIEWER or SUPERVISOR.")
    public Uni<CaseApprovePayload> caseApprove(
            @NonNull @Name("input") @Description("Which application is granted. 准予。") CaseApproveInput input) {
        Caller caller = callers.current();
        return Outcomes.payload(
                deciding.approve(caller, input, input.note(caller.locale())).map(CaseApprovePayload::done),
                caller.locale(),
                CaseApprovePayload::refused);
    }

    @Mutation
    @Description("Decides against, with reason and remedy; writes REJECTED and what follows. 不予许可。"
            + " Requires REVIEWER or SUPERVISOR.")
    public Uni<CaseRejectPayload> caseReject(
            @NonNull @Name("input") @Description("Which application is not granted. 不予许可。") CaseRejectInput input) {
        Caller caller = callers.current();
        return Outcomes.payload(
                deciding.reject(caller, input, input.grounds(caller.locale())).map(CaseRejectPayload::done),
                caller.locale(),
                CaseRejectPayload::refused);
    }

    @Mutation
    @Description("Records that a window or a courier handed the result over; writes DELIVERED and"
            + " COMPLETED. 送达。 Requires OFFICER or SUPERVISOR.")
    public Uni<CaseDeliverPayload> caseDeliver(
            @NonNull @Name("input") @Description("Whose result was handed over. 送达。") CaseDeliverInput input) {
        Caller caller = callers.current();
        return Outcomes.payload(
                deciding.deliver(caller, input, input.note(caller.locale())).map(CaseDeliverPayload::done),
                caller.locale(),
                CaseDeliverPayload::refused);
    }
}
