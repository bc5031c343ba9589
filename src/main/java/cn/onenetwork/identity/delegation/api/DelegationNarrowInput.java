package cn.onenetwork.identity.delegation.api;

import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.delegation.Curtailing;
import cn.onenetwork.identity.delegation.DelegationCommand;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("DelegationNarrowInput")
@Description("Which delegation becomes less, and what is left of it. 缩小授权。")
public record DelegationNarrowInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The delegation. 授权标识。") String id,

        @Description("The items that are left; left out, as before. 保留的事项。") @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull String> items,

        @Description("What the agent may still do; left out, as before. 保留的操作。")
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull DelegatedAction> actions,

        @Description("Until when now; left out, as before. 新的失效时间。") @Nullable
        Instant validTo)
        implements DelegationCommand {

    Curtailing.Narrowing less() {
        return new Curtailing.Narrowing(
                items == null ? null : Set.copyOf(items), actions == null ? null : Set.copyOf(actions), validTo);
    }
}
