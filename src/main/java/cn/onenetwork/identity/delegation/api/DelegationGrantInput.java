package cn.onenetwork.identity.delegation.api;

import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.delegation.Granting;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("DelegationGrantInput")
@Description("Who is named as agent, for what, and until when. 授权内容。")
public record DelegationGrantInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Description("Credit code of the corporation that grants; left out, oneself. 授权法人的统一社会信用代码。") @Nullable
        String onBehalfOf,

        @NonNull
        @Description("Number of the agent's identity card. Only a keyed hash of it is kept, and it is never told again;"
                + " whether there is such a person is not told either. 代办人身份证号码。")
        String agentIdNumber,

        @Description("As what; left out, AGENT of a person and OPERATOR of a corporation. 代办角色。") @Nullable
        DelegationRole role,

        @Description("Task codes of the items, 1 to 100; left out, all items. 授权事项。")
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull String> items,

        @NonNull @Description("What the agent may do; seeing the cases is always part of it. 授权操作。")
        List<@NonNull DelegatedAction> actions,

        @Description("First instant at which it counts; left out or past, now. 生效时间。") @Nullable
        Instant validFrom,

        @NonNull @Description("First instant at which it counts no more, at most five years on. 失效时间。")
        Instant validTo) {

    Granting.Grant grant() {
        return new Granting.Grant(
                idempotencyKey,
                onBehalfOf,
                agentIdNumber,
                role,
                items == null ? null : Set.copyOf(items),
                Set.copyOf(actions),
                validFrom,
                validTo);
    }
}
