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

/// What the review does with a case.
@GraphQLApi
public class ReviewMutations {

    private final Deciding deciding;
    private final CaseOutcomes outcomes;
    private final Callers callers;

    ReviewMutations(Deciding deciding, CaseOutcomes outcomes, Callers callers) {
        this.deciding = deciding;
        this.outcomes = outcomes;
        this.callers = callers;
    }

    @Mutation
    @Description("Tells the applicant, once and completely, what is missing: an officer before acceptance, a "
            + "reviewer after it, a supervisor at any time; a second notice needs a supervisor and is flagged; "
            + "writes SUPPLEMENT_REQUIRED. 一次性补正告知。 Requires OFFICER, REVIEWER or SUPERVISOR.")
    public Uni<CaseRequireSupplementPayload> caseRequireSupplement(
            @NonNull @Name("input") @Description("Which application has to be supplemented. 一次性补正告知。")
                    CaseRequireSupplementInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseRequireSupplementPayload::new);
    }

    @Mutation
    @Description("Begins a special procedure, whose days do not count; writes SUSPENDED. 特别程序开始。 Requires "
            + "REVIEWER or SUPERVISOR.")
    public Uni<CaseSuspendPayload> caseSuspend(
            @NonNull @Name("input") @Description("Which case waits for a special procedure. 特别程序开始。")
                    CaseSuspendInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseSuspendPayload::new);
    }

    @Mutation
    @Description("Ends a special procedure; writes RESUMED. 特别程序结束。 Requires REVIEWER or SUPERVISOR.")
    public Uni<CaseResumePayload> caseResume(
            @NonNull @Name("input") @Description("Whose special procedure is over. 特别程序结束。") CaseResumeInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseResumePayload::new);
    }

    @Mutation
    @Description("Extends the limit, once: 10 working days, 15 where several bodies handle it together; "
            + "writes EXTENDED. 延期。 Requires SUPERVISOR.")
    public Uni<CaseExtendPayload> caseExtend(
            @NonNull @Name("input") @Description("Whose limit is extended. 延期。") CaseExtendInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseExtendPayload::new);
    }

    @Mutation
    @Description("Decides in favour; the system then makes the licence and completes the case; writes "
            + "APPROVED and what follows. 准予。 Requires REVIEWER or SUPERVISOR.")
    public Uni<CaseApprovePayload> caseApprove(
            @NonNull @Name("input") @Description("Which application is granted. 准予。") CaseApproveInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseApprovePayload::new);
    }

    @Mutation
    @Description("Decides against, with reason and remedy; writes REJECTED and what follows. 不予许可。 "
            + "Requires REVIEWER or SUPERVISOR.")
    public Uni<CaseRejectPayload> caseReject(
            @NonNull @Name("input") @Description("Which application is not granted. 不予许可。") CaseRejectInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseRejectPayload::new);
    }

    @Mutation
    @Description("Ends a case under review for a reason of its own, e.g. that its object is gone; writes "
            + "TERMINATED. 异常终止。 Requires SUPERVISOR.")
    public Uni<CaseTerminatePayload> caseTerminate(
            @NonNull @Name("input") @Description("Which case is ended. 异常终止。") CaseTerminateInput input) {
        Caller caller = callers.current();
        return act(caller, input, input.action(caller.locale()), CaseTerminatePayload::new);
    }

    private <P> Uni<P> act(
            Caller caller,
            CaseCommand command,
            OfficerAction action,
            BiFunction<@Nullable CaseView, List<UserError>, P> payload) {
        return outcomes.payload(deciding.act(caller, command, action), caller, command.caseId(), payload);
    }
}
