package cn.onenetwork.identity.delegation;

import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.PageInfo;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/// A page of delegations. `totalCount` is counted only where it is selected.
@Description("A page of delegations. 授权分页。")
public record DelegationConnection(
        @NonNull @Description("The delegations with their cursors. 带游标的列表。")
        List<@NonNull DelegationEdge> edges,

        @NonNull @Description("The delegations. 列表。") List<@NonNull DelegationView> nodes,

        @NonNull @Description("Where the page stands. 分页信息。")
        PageInfo pageInfo,

        @Ignore Supplier<Uni<Long>> count) {

    public static DelegationConnection of(Page<DelegationView> page, Supplier<Uni<Long>> count) {
        return new DelegationConnection(
                page.rows().stream()
                        .map(node -> new DelegationEdge(Delegations.cursor(node.id()), node))
                        .toList(),
                page.rows(),
                page.info(node -> Delegations.cursor(node.id())),
                count);
    }

    /// A delegation and where it stands in its list.
    @Description("A delegation and where it stands in its list. 列表项。")
    public record DelegationEdge(
            @NonNull @Description("Go on after this one with it. 游标。")
            String cursor,

            @NonNull @Description("The delegation. 授权。") DelegationView node) {}
}
