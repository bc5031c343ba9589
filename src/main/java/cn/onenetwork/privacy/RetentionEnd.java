package cn.onenetwork.privacy;

import org.eclipse.microprofile.graphql.Description;

/// What becomes of personal data when their time is over.
@Description("What becomes of personal data when their time is over. 到期处理方式。")
public enum RetentionEnd {
    @Description("They are erased by themselves. 自动删除。")
    ERASED,
    @Description("People appraise whether the archive is kept longer; nothing is destroyed by itself. 鉴定后处置。")
    APPRAISED,
    @Description("They become a file, and its rule holds. 转为案卷。")
    FILED
}
