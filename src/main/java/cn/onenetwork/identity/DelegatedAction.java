package cn.onenetwork.identity;

import org.eclipse.microprofile.graphql.Description;

/// What an agent may do in the principal's cases, besides seeing them.
@Description("What an agent may do in the principal's cases, besides seeing them. 授权事项范围内可办理的操作。")
public enum DelegatedAction {
    @Description("Begin drafts and change them. 填写草稿。")
    DRAFT,
    @Description("File a draft. 提交申请。")
    SUBMIT,
    @Description("Answer a notice of supplement. 补正。")
    SUPPLEMENT,
    @Description("Take an application back. 撤回。")
    WITHDRAW,
    @Description("Hand in materials, and take them out of a draft. 提交材料。")
    UPLOAD,
    @Description("Sign commitments in the principal's name when filing. 签署告知承诺、容缺承诺。")
    SIGN
}
