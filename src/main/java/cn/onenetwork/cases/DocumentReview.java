package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// What an officer said of a document.
@Description("What an officer said of a document. 材料审核意见。")
public enum DocumentReview {
    @Description("Nobody looked at it yet. 待审核。")
    PENDING,
    @Description("Accepted. 审核通过。")
    PASSED,
    @Description("Sent back: it has to be supplemented. 退回补正。")
    RETURNED,
    @Description("Sent back, and another document came in its place. 已被替换。")
    REPLACED
}
