package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// What happened to a case.
@Description("What happened to a case. 办件事件。")
public enum CaseEventKind {
    @Description("The draft was created or changed. 保存草稿。")
    DRAFT_SAVED,
    @Description("Filed. 提交。")
    SUBMITTED,
    @Description("Supplemented by the applicant. 补正。")
    SUPPLEMENTED,
    @Description("Withdrawn by the applicant. 撤回。")
    WITHDRAWN,
    @Description("All bytes of a document are there; it is being checked. 上传材料。")
    DOCUMENT_UPLOADED,
    @Description("A document changed its state: it passed its checks, or did not. 材料状态变化。")
    DOCUMENT_CHANGED,
    @Description("A document of another case was used again. 复用材料。")
    DOCUMENT_REUSED,
    @Description("A document was taken out of the draft. 删除材料。")
    DOCUMENT_REMOVED,
    @Description("An officer accepted a document. 材料审核通过。")
    DOCUMENT_PASSED,
    @Description("An officer sent a document back. 材料退回。")
    DOCUMENT_RETURNED,
    @Description("Sent back before receipt. 预审退回。")
    RETURNED,
    @Description("Received by the window. 收件。")
    RECEIVED,
    @Description("Accepted. 受理。")
    ACCEPTED,
    @Description("Accepted by law, because nobody decided in time (Administrative Licensing Law art. 32). 视为受理。")
    DEEMED_ACCEPTED,
    @Description("Not accepted. 不予受理。")
    REFUSED,
    @Description("Supplements were asked for, once and completely. 一次性补正告知。")
    SUPPLEMENT_REQUIRED,
    @Description("The review began. 开始审查。")
    REVIEW_STARTED,
    @Description("A special procedure began; its days do not count. 特别程序开始。")
    SUSPENDED,
    @Description("A special procedure ended. 特别程序结束。")
    RESUMED,
    @Description("The limit was extended. 延期。")
    EXTENDED,
    @Description("Decided in favour. 准予。")
    APPROVED,
    @Description("Decided against. 不予许可。")
    REJECTED,
    @Description("Ended by an authorised officer. 异常终止。")
    TERMINATED,
    @Description("The licence is being made. 制证。")
    CERTIFICATE_MAKING_STARTED,
    @Description("The result waits to be handed over at a window or by courier. 开始送达。")
    DELIVERY_STARTED,
    @Description("The result was handed over. 送达。")
    DELIVERED,
    @Description("Closed because a supplement did not come. 逾期未补正。")
    LAPSED,
    @Description("A deadline is near or past. 预警。")
    WARNING_RAISED,
    @Description("The due day was reckoned anew, because a holiday notice came out. 期限重新计算。")
    RECKONED_ANEW,
    @Description("An officer took the case on. 认领。")
    CLAIMED,
    @Description("An officer gave the case back. 释放。")
    RELEASED,
    @Description("Done. 办结。")
    COMPLETED,
    @Description("Filed away. 归档。")
    ARCHIVED,
    @Description("Answers of the form were corrected at the applicant's request. 更正申请信息。")
    CORRECTED
}
