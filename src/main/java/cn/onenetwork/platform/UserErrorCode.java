package cn.onenetwork.platform;

import org.eclipse.microprofile.graphql.Description;

/// Why a mutation did not do what was asked. Codes are stable; messages are for people and may change.
@Description("Why a mutation did not do what was asked. 业务错误码。 Codes are stable, messages are not.")
public enum UserErrorCode {
    @Description("The case, item or document does not exist, or is not the caller's to see. 不存在或无权查看。")
    NOT_FOUND,
    @Description("The caller may see the thing but not do this with it. 无权办理。")
    FORBIDDEN,
    @Description("The case's status does not allow this action. 当前状态不允许该操作。")
    ILLEGAL_TRANSITION,
    @Description("Somebody changed the case in between: read it again and decide anew. 版本已变化。")
    STALE_VERSION,
    @Description("The idempotency key was used before with other input. 幂等键已用于其他内容。")
    IDEMPOTENCY_CONFLICT,
    @Description("An answer of the form is missing or wrong; `path` says which. 表单填写有误。")
    FORM_INVALID,
    @Description("A mandatory material is missing. 缺少必需材料。")
    MATERIAL_MISSING,
    @Description("A material is there but cannot be accepted. 材料不合格。")
    MATERIAL_INVALID,
    @Description("The service item is not in force today. 事项未生效、已暂停或已取消。")
    ITEM_NOT_EFFECTIVE,
    @Description("The item does not serve this kind of applicant. 服务对象不符。")
    WRONG_TARGET,
    @Description("The item asks for a higher real-name level than the caller's. 实名等级不足。")
    STEP_UP_REQUIRED,
    @Description("The caller does not act for this corporation or person. 未获授权代办。")
    NOT_DELEGATED,
    @Description("The material does not allow a commitment instead of the document. 该材料不适用告知承诺。")
    COMMITMENT_NOT_ALLOWED,
    @Description("The material does not allow to be handed in later. 该材料不适用容缺受理。")
    DEFERRAL_NOT_ALLOWED,
    @Description("The file is larger than the material allows. 文件过大。")
    FILE_TOO_LARGE,
    @Description("The material does not allow files of this type. 文件类型不允许。")
    MEDIA_TYPE_NOT_ALLOWED,
    @Description("Too many requests in too short a time; try again later. 请求过于频繁。")
    TOO_MANY_REQUESTS
}
