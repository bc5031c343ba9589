package cn.onenetwork.privacy;

import org.eclipse.microprofile.graphql.Description;

/// Personal data that are kept for the same reason and for the same time.
@Description("Personal data that are kept for the same reason and for the same time. 个人信息类别。")
public enum DataClass {
    @Description("An application that was never filed. 暂存的申请。")
    DRAFT,
    @Description("An application that was taken back before it was accepted. 受理前撤回的申请。")
    WITHDRAWN_APPLICATION,
    @Description("A case that is being handled. 办理中的办件。")
    CASE_IN_PROGRESS,
    @Description("The file of a closed case. 已办结的案卷。")
    CASE_FILE,
    @Description("The file of a case that ended with a licence. 颁证的案卷。")
    LICENCE_FILE,
    @Description("Who looked at which case. 访问日志。")
    ACCESS_LOG,
    @Description("Consents that were withdrawn. 已撤回的同意。")
    CONSENT
}
