package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// What somebody who is not the applicant sees plain values for (用途). Personal data may be used only for the purpose
/// they were given for (Personal Information Protection Law, article 6), so that each time it is said and written down.
@Description("What plain values are seen for; it stands in the access log. 查看明文的用途。")
public enum UnmaskPurpose {
    @Description("To examine the application. 审查办件。")
    CASE_HANDLING,
    @Description("To compare the person with the papers. 核验身份。")
    IDENTITY_CHECK,
    @Description("To get in touch with the applicant. 联系申请人。")
    CONTACT
}
