package cn.onenetwork.identity.delegation;

import org.eclipse.microprofile.graphql.Description;

/// Where a delegation stands.
@Description("Where a delegation stands. 授权状态。")
public enum DelegationStatus {
    @Description("Granted; the agent has not answered yet. 待确认。")
    PENDING,
    @Description("Accepted; it counts between validFrom and validTo. 有效。")
    ACTIVE,
    @Description("The agent did not want it. 已拒绝。")
    REFUSED,
    @Description("The principal's side took it back. 已撤销。")
    REVOKED,
    @Description("The agent gave it back. 已解除。")
    RELEASED,
    @Description("Its time is over. 已过期。")
    EXPIRED
}
