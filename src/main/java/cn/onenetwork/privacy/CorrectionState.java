package cn.onenetwork.privacy;

import org.eclipse.microprofile.graphql.Description;

/// Where a request for a correction stands.
@Description("Where a request for a correction stands. 更正申请状态。")
public enum CorrectionState {
    @Description("An officer has not decided yet. 待处理。")
    OPEN,
    @Description("The form was corrected. 已更正。")
    DONE,
    @Description(
            "The file was closed, and archives are not altered: the request and the decision stand beside it. 已附卷。")
    ATTACHED,
    @Description("Declined, with grounds. 不予更正。")
    DECLINED
}
