package cn.onenetwork.privacy;

import org.eclipse.microprofile.graphql.Description;

/// Why personal data are kept.
@Description("Why personal data are kept. 保存依据。")
public enum RetentionBasis {
    @Description(
            "For the person's convenience, and no longer than necessary (Personal Information Protection Law art. 19);"
                    + " erased whenever the person asks. 最短必要期限，可随时删除。")
    NECESSITY,
    @Description("The body is handling the case, as the law obliges it to (art. 13); it can be withdrawn. 履行法定职责。")
    STATUTORY_DUTY,
    @Description("The file of a decided case is an archive, kept by the schedule of the Archives Law. 档案保管期限。")
    ARCHIVES_LAW,
    @Description("Logs are kept for six months at least (Cybersecurity Law art. 21). 网络日志留存。")
    CYBERSECURITY_LAW,
    @Description("The proof that a use was lawful while the consent held (art. 69). 同意的证明。")
    PROOF_OF_CONSENT
}
