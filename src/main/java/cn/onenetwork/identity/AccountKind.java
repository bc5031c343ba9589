package cn.onenetwork.identity;

import org.eclipse.microprofile.graphql.Description;

/// What kind of account acts.
@Description("What kind of account acts. 账户类型。")
public enum AccountKind {
    @Description("A natural person. 自然人。")
    PERSON,
    @Description("A person who acts for a corporation. 法人。")
    LEGAL_PERSON,
    @Description("A member of the staff of a tenant. 工作人员。")
    STAFF,
    @Description("The service itself, e.g. a timer. 系统。")
    SYSTEM
}
