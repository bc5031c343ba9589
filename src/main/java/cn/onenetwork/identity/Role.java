package cn.onenetwork.identity;

import org.eclipse.microprofile.graphql.Description;

/// What a person may do here, from the `groups` of the token.
@Description("What a person may do here. 角色。")
public enum Role {
    @Description("Applies for oneself or for the corporation of the token. 申请人。")
    CITIZEN,
    @Description("Receives, accepts or refuses applications of the tenant. 窗口受理人员。")
    OFFICER,
    @Description("Reviews and decides cases of the tenant. 审批人员。")
    REVIEWER,
    @Description("All that OFFICER and REVIEWER may, and extends or terminates. 监督负责人。")
    SUPERVISOR,
    @Description("Reads all tenants, changes nothing. 审计人员。")
    AUDITOR,
    @Description("Imports item libraries and notices; sees no case. 平台管理员。")
    ADMIN
}
