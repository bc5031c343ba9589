package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.DelegatedAction;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// What became of a delegation, as it is published; it says which side acted, never who.
@Name("DelegationChange")
@Description("What became of a delegation. 授权变更记录。")
public record DelegationChangeView(
        @NonNull @Description("What became of it. 变更类型。") DelegationChange.Kind kind,
        @NonNull @Description("When. 时间。") Instant at,

        @Description("The items from then on; null for all. 变更后的授权事项。") @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull String> items,

        @NonNull @Description("What the agent may do from then on. 变更后的授权操作。")
        List<@NonNull DelegatedAction> actions,

        @NonNull @Description("Until when, from then on. 变更后的失效时间。")
        Instant validTo) {

    static DelegationChangeView of(DelegationChange change) {
        return new DelegationChangeView(
                change.kind,
                change.at,
                change.items == null ? null : List.of(change.items),
                Arrays.stream(change.actions).map(DelegatedAction::valueOf).toList(),
                change.validTo);
    }
}
