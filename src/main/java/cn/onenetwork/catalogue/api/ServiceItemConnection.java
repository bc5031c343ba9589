package cn.onenetwork.catalogue.api;

import cn.onenetwork.catalogue.ItemFilter;
import cn.onenetwork.catalogue.ServiceItemView;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/// A page of the catalogue. It remembers what was asked for, so that the whole is counted only if somebody
/// wants to know.
@Description("A page of the items in force. 事项分页列表。")
public record ServiceItemConnection(
        @NonNull @Description("The items with their cursors. 条目。")
        List<@NonNull ServiceItemEdge> edges,

        @NonNull @Description("The items alone. 事项。") List<@NonNull ServiceItemView> nodes,

        @NonNull @Description("Where the page stands. 分页信息。")
        PageInfo pageInfo,

        @Ignore ItemFilter filter) {

    static ServiceItemConnection of(Page<ServiceItemView> page, ItemFilter filter) {
        Page<ServiceItemEdge> edges = page.map(ServiceItemEdge::of);
        return new ServiceItemConnection(edges.rows(), page.rows(), edges.info(ServiceItemEdge::cursor), filter);
    }
}
