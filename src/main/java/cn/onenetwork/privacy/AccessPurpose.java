package cn.onenetwork.privacy;

import cn.onenetwork.cases.CasePart;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import org.eclipse.microprofile.graphql.Description;

/// What personal data were looked at for; only for the purpose they were given for may they be used (Personal
/// Information Protection Law art. 6).
@Description("What personal data were looked at for. 访问目的。")
public enum AccessPurpose {
    @Description("The applicant's own use. 本人使用。")
    OWN_USE,
    @Description("Work on the case, within its tenant. 办件办理。")
    CASE_HANDLING,
    @Description("To compare the person with the papers. 核验身份。")
    IDENTITY_CHECK,
    @Description("To get in touch with the applicant. 联系申请人。")
    CONTACT,
    @Description("An audit. 审计监督。")
    AUDIT,
    @Description("Acting for the applicant by a mandate. 授权代办。")
    AGENCY,
    @Description("To know how the case stands, with its query code; the owner gave it away, or asked without a login."
            + " 凭查询码查询。")
    ENQUIRY;

    /// What somebody reads this part of the case of another for.
    static AccessPurpose of(Caller reader, CasePart part) {
        if (part == CasePart.PROGRESS) {
            return ENQUIRY;
        }
        if (reader.hasAny(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR)) {
            return CASE_HANDLING;
        }
        return reader.has(Role.AUDITOR) ? AUDIT : AGENCY;
    }
}
