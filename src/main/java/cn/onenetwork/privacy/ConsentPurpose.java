package cn.onenetwork.privacy;

import org.eclipse.microprofile.graphql.Description;

/// What personal data are used for only with consent. Handling a case is a statutory duty and needs none
/// (Personal Information Protection Law art. 13(1)(3), 34).
@Description("What personal data are used for only with consent. 需经个人同意的用途。")
public enum ConsentPurpose {
    @Description("To tell the person of policies that may concern them. 惠企惠民政策推送。")
    POLICY_PUSH(false),
    @Description("To pass data on to a bank where the person asks for a loan; a separate consent. 信易贷（单独同意）。")
    CREDIT_LOAN(true),
    @Description("To make services better by what the person did and said. 服务评价分析。")
    SERVICE_ANALYSIS(false);

    private final boolean separate;

    ConsentPurpose(boolean separate) {
        this.separate = separate;
    }

    /// Whether the law asks for a consent of its own, because data go to somebody else or are sensitive
    /// (art. 23, 29).
    boolean separate() {
        return separate;
    }
}
