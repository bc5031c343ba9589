package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A delegation as it is published to its two sides. Of the identity number by which the agent was named
/// nothing is ever told.
@Name("Delegation")
@Description("A principal lets a person act for it. 授权代办。")
public record DelegationView(
        @Id @NonNull @Description("Opaque and stable. 授权标识。")
        String id,

        @NonNull @Description("As what the agent acts. 代办角色。")
        DelegationRole role,

        @NonNull @Description("Registered name of a corporation, or a person's name masked. 被代理人名称（自然人脱敏）。")
        String principalName,

        @Description("Credit code of the principal; null for a person. 被代理法人的统一社会信用代码。") @Nullable
        String uscc,

        @Description("The agent's name, masked; null until the agent has answered. 代办人姓名（脱敏）。") @Nullable
        String agentName,

        @Description("Task codes of the items it is for; null for all. 授权事项。")
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull String> items,

        @NonNull @Description("What the agent may do, besides seeing the cases. 授权操作。")
        List<@NonNull DelegatedAction> actions,

        @NonNull @Description("First instant at which it counts. 生效时间。")
        Instant validFrom,

        @NonNull @Description("First instant at which it counts no more. 失效时间。")
        Instant validTo,

        @NonNull @Description("Where it stands now. 状态。") DelegationStatus status,
        @NonNull @Description("When it was granted. 授予时间。") Instant createdAt,

        @Description("When the agent accepted it. 确认时间。") @Nullable
        Instant acceptedAt,

        @Description("When it ended; null where its time is over and nothing else ended it. 终止时间。") @Nullable
        Instant endedAt) {

    static DelegationView of(Delegation one, Instant now) {
        Principal principal = Principal.parse(one.principal);
        return new DelegationView(
                one.id.toString(),
                one.role,
                one.principalName,
                principal.kind() == Principal.Kind.CORPORATION ? principal.id() : null,
                one.agentName,
                one.items == null ? null : List.of(one.items),
                List.copyOf(one.delegated()),
                one.validFrom,
                one.validTo,
                one.status(now),
                one.createdAt,
                one.acceptedAt,
                one.status(now) == DelegationStatus.EXPIRED ? null : one.endedAt);
    }

    UUID uuid() {
        return UUID.fromString(id);
    }
}
