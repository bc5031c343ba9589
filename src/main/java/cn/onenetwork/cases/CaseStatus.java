package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// Where a case stands; the order is that of the main line.
@Description("Where a case stands. 办件状态。")
public enum CaseStatus {
    @Description("Being filled in by the applicant. 待提交(暂存)。")
    DRAFT(CaseTab.TO_SUBMIT),
    @Description("Filed, waiting for the window. 已提交待预审。")
    SUBMITTED(CaseTab.IN_REVIEW),
    @Description("Sent back before receipt with one complete list. 预审退回。")
    PRE_REVIEW_RETURNED(CaseTab.TO_SUPPLEMENT),
    @Description("Received by the window. 已收件(接件)。")
    RECEIVED(CaseTab.IN_REVIEW),
    @Description("The applicant has to supplement, told once and completely. 待补正。")
    SUPPLEMENT_REQUIRED(CaseTab.TO_SUPPLEMENT),
    @Description("Not accepted, with reason and remedy. 不予受理。")
    NOT_ACCEPTED(CaseTab.OTHER),
    @Description("Accepted: the promised and the statutory limit run. 已受理。")
    ACCEPTED(CaseTab.IN_REVIEW),
    @Description("Under review. 审查中。")
    UNDER_REVIEW(CaseTab.IN_REVIEW),
    @Description("A special procedure runs and its days do not count. 特别程序(中止计时)。")
    SPECIAL_PROCEDURE(CaseTab.IN_REVIEW),
    @Description("The applicant has to supplement after acceptance; the limit runs on. 受理后待补办。")
    POST_ACCEPT_SUPPLEMENT(CaseTab.TO_SUPPLEMENT),
    @Description("Decided in favour. 准予决定。")
    APPROVED(CaseTab.IN_REVIEW),
    @Description("Decided against, with reasons and remedy. 不予许可。")
    REJECTED(CaseTab.IN_REVIEW),
    @Description("The licence is being made. 制证。")
    CERTIFICATE_MAKING(CaseTab.IN_REVIEW),
    @Description("The result waits to be handed over. 送达。")
    DELIVERING(CaseTab.TO_SIGN),
    @Description("Done. 办结。")
    COMPLETED(CaseTab.CLOSED),
    @Description("Withdrawn by the applicant before the decision. 撤回申请。")
    WITHDRAWN(CaseTab.OTHER),
    @Description("Closed because a supplement did not come in time. 补正不来退件。")
    LAPSED(CaseTab.CLOSED),
    @Description("Ended by an authorised officer, with reason. 异常终止。")
    TERMINATED(CaseTab.OTHER),
    @Description("Filed away. 归档。")
    ARCHIVED(CaseTab.CLOSED);

    private final CaseTab tab;

    CaseStatus(CaseTab tab) {
        this.tab = tab;
    }

    /// The tab of the app in which an applicant looks for such a case.
    public CaseTab tab() {
        return tab;
    }
}
