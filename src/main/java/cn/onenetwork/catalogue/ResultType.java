package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// What an approved application ends with (审批结果类型).
@Description("What an approved application ends with. 审批结果类型。")
public enum ResultType {
    @Description("A licence or certificate. 证照。")
    LICENCE,
    @Description("An official reply. 批文。")
    APPROVAL_DOCUMENT,
    @Description("Something else. 其他。")
    OTHER
}
