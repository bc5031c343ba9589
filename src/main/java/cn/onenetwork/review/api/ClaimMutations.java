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

/// Who works on what.
@GraphQLApi
public class ClaimMutations {

    private final Deciding deciding;
    private final CaseOutcomes outcomes;
    private final Callers callers;

    ClaimMutations(Deciding deciding, CaseOutcomes outcomes, Callers callers) {
        this.deciding = deciding;
        this.outcomes = outcomes;
        this.callers = callers;
    }

    @Mutation
    @Description("Takes a case on for 30 minutes, so that nobody else works on it meanwhile; again, to go "
            + "on; writes CLAIMED. 认领。 Requires OFFICER, REVIEWER or SUPERVISOR.")
    public Uni<CaseClaimPayload> caseClaim(
            @NonNull @Name("input") @Description("Which case is taken on. 认领。") CaseClaimInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(), CaseClaimPayload::new);
    }

    @Mutation
    @Description("Gives a case back that was taken on; a SUPERVISOR may do it for others; writes "
            + "RELEASED. 释放。 Requires OFFICER, REVIEWER or SUPERVISOR.")
    public Uni<CaseReleasePayload> caseRelease(
            @NonNull @Name("input") @Description("Which case is given back. 释放。") CaseReleaseInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(), CaseReleasePayload::new);
    }

    private <P> Uni<P> act(
            Caller caller,
            CaseCommand command,
            OfficerAction action,
            BiFunction<@Nullable CaseView, List<UserError>, P> payload) {
        return outcomes.payload(deciding.act(caller, command, action), caller, command.caseId(), payload);
    }
}
