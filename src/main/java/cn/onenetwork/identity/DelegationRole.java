package cn.onenetwork.identity;

import org.eclipse.microprofile.graphql.Description;

/// As what an agent acts.
@Description("As what an agent acts. 代办角色。")
public enum DelegationRole {
    @Description("Agent of a natural person. 个人代办人。")
    AGENT,
    @Description("Administrator of a corporation: acts in all its matters and grants operators; one at a time. 法人管理员。")
    ADMINISTRATOR,
    @Description("Operator of a corporation. 法人经办人。")
    OPERATOR
}
