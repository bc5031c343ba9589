package cn.onenetwork.identity.delegation;

import org.eclipse.microprofile.graphql.Description;

/// On which side of a delegation somebody stands.
@Description("On which side of a delegation somebody stands. 授权双方。")
public enum DelegationSide {
    @Description("Who lets others act: oneself, or the corporation whose delegations one disposes of. 授权方。")
    PRINCIPAL,
    @Description("Who acts for others. 代办人。")
    AGENT
}
