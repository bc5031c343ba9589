package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// What of a case somebody was given, as the access log tells it.
@Description("What of a case somebody was given. 被访问的内容。")
public enum CasePart {
    @Description("An entry of a list: number, item, status and dates. 列表条目。")
    LISTED,
    @Description("The case itself: number, item, status and dates. 办件基本信息。")
    CASE,
    @Description("The answers of the application form. 表单内容。")
    FORM,
    @Description("Which materials were handed in, and what is said of them. 材料清单。")
    MATERIALS,
    @Description("Names and states of the files; their bytes are downloads. 文件信息。")
    DOCUMENTS,
    @Description("What the applicant signed. 已签署的承诺书。")
    COMMITMENTS,
    @Description("What happened to it, with the notes. 办理进度。")
    TIMELINE,
    @Description("What happens to it, as it happens: from then on, while the person stayed connected. 实时进度。")
    NEWS,
    @Description("How it stands, told to whoever has its number and query code. 凭查询码查询的进度。")
    PROGRESS,
    @Description("Official vouchers. 公文凭证。")
    VOUCHERS,
    @Description("What the rules of an instant item said. 自动审批说明。")
    EXPLANATION
}
