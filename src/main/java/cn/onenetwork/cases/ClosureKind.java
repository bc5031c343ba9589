package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// How a case ended (办结结果), as the supervision data standard has it; code values differ between provinces
/// and are mapped per upstream, never passed through.
@Description("How a case ended. 办结结果。")
public enum ClosureKind {
    @Description("Approved, a licence was issued. 出证办结。")
    LICENCE_ISSUED,
    @Description("Not accepted. 退回办结。")
    RETURNED,
    @Description("Withdrawn. 作废办结。")
    VOIDED,
    @Description("Closed as an error. 删除办结。")
    DELETED_AS_ERROR,
    @Description("Forwarded to another body. 转报办结。")
    FORWARDED,
    @Description("A supplement did not come in time. 补正不来办结。")
    SUPPLEMENT_LAPSED,
    @Description("Closed otherwise: approved without a licence, rejected or terminated. 办结。")
    CLOSED_OTHER
}
