package cn.onenetwork.identity;

import org.eclipse.microprofile.graphql.Description;

/// By what right a person acts for a corporation.
@Description("By what right a person acts for a corporation. 法人角色。")
public enum CorporateRole {
    @Description("Legal representative. 法定代表人。")
    LEGAL_REPRESENTATIVE,
    @Description("Administrator appointed by the legal representative. 管理员。")
    ADMINISTRATOR,
    @Description("Operator. 经办人。")
    OPERATOR
}
