package cn.onenetwork.cases.api;

import cn.onenetwork.cases.CaseOutcomes;
import cn.onenetwork.cases.Drafting;
import cn.onenetwork.cases.Submitting;
import cn.onenetwork.cases.Supplementing;
import cn.onenetwork.cases.Withdrawing;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.FreeText;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@GraphQLApi
public class CaseMutations {

    private final Drafting drafting;
    private final Submitting submitting;
    private final Withdrawing withdrawing;
    private final Supplementing supplementing;
    private final CaseOutcomes outcomes;
    private final Callers callers;

    CaseMutations(
            Drafting drafting,
            Submitting submitting,
            Withdrawing withdrawing,
            Supplementing supplementing,
            CaseOutcomes outcomes,
            Callers callers) {
        this.drafting = drafting;
        this.submitting = submitting;
        this.withdrawing = withdrawing;
        this.supplementing = supplementing;
        this.outcomes = outcomes;
        this.callers = callers;
    }

    @Mutation
    @Description("Creates or changes a draft; writes DRAFT_SAVED. 暂存。 Requires CITIZEN.")
    public Uni<CaseDraftSavePayload> caseDraftSave(
            @NonNull @Name("input") @Description("What is saved. 暂存内容。") CaseDraftSaveInput input) {
        Caller caller = callers.current();
        return outcomes.payload(drafting.save(caller, input.draft()), caller, input.id(), CaseDraftSavePayload::new);
    }

    @Mutation
    @Description(
            "Files a draft: it gets its number, and the limit for receipt begins; writes SUBMITTED. Every mandatory"
                    + " material must be there, or be promised where the item allows it. 提交。 Requires"
                    + " CITIZEN.")
    public Uni<CaseSubmitPayload> caseSubmit(
            @NonNull @Name("input") @Description("Which draft is filed. 提交申请。") CaseSubmitInput input) {
        Caller caller = callers.current();
        return outcomes.payload(
                submitting.submit(caller, input, input.committed(), input.later()),
                caller,
                input.id(),
                CaseSubmitPayload::new);
    }

    @Mutation
    @Description("Takes an application back before it is decided; writes WITHDRAWN. 撤回。 Requires CITIZEN.")
    public Uni<CaseWithdrawPayload> caseWithdraw(
            @NonNull @Name("input") @Description("Which application is taken back. 撤回申请。") CaseWithdrawInput input) {
        Caller caller = callers.current();
        return outcomes.payload(
                withdrawing.withdraw(caller, input, FreeText.optional(input.reason(), caller.locale())),
                caller,
                input.id(),
                CaseWithdrawPayload::new);
    }

    @Mutation
    @Description("Answers a notice of what is missing: the administration has the word again; writes SUPPLEMENTED. 补正。"
            + " Requires CITIZEN.")
    public Uni<CaseSupplementPayload> caseSupplement(
            @NonNull @Name("input") @Description("The answer. 补正内容。") CaseSupplementInput input) {
        Caller caller = callers.current();
        return outcomes.payload(
                supplementing.supplement(caller, input, input.form(), FreeText.optional(input.note(), caller.locale())),
                caller,
                input.id(),
                CaseSupplementPayload::new);
    }
}
