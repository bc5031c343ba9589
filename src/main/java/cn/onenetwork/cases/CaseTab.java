package cn.onenetwork.cases;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/// How an applicant's app groups cases: fewer groups than states, and named by what there is to do.
@Description("How the app groups cases. 我的办件分组。")
public enum CaseTab {
    @Description("Drafts to submit. 待提交。")
    TO_SUBMIT,
    @Description("The applicant has to supplement. 待补正。")
    TO_SUPPLEMENT,
    @Description("Originals have to be handed in; comes with a later capability. 待提交原件。")
    TO_SUBMIT_ORIGINALS,
    @Description("A fee is due; comes with a later capability. 待缴费。")
    TO_PAY,
    @Description("The administration is working on it. 审批中。")
    IN_REVIEW,
    @Description("The result waits to be collected. 待签收。")
    TO_SIGN,
    @Description("A rating is asked for; comes with a later capability. 待评价。")
    TO_RATE,
    @Description("Done. 已办结。")
    CLOSED,
    @Description("Not accepted, withdrawn or terminated. 其他。")
    OTHER;

    /// The statuses that stand in this tab.
    public List<CaseStatus> statuses() {
        return Arrays.stream(CaseStatus.values())
                .filter(status -> status.tab() == this)
                .toList();
    }
}
