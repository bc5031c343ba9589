package cn.onenetwork.cases;

import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.PageInfo;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/// A page of events. `totalCount` is counted only where it is selected.
@Description("A page of events. 事件分页。")
public record CaseEventConnection(
        @NonNull @Description("The events with their cursors. 带游标的列表。")
        List<@NonNull CaseEventEdge> edges,

        @NonNull @Description("The events. 列表。") List<@NonNull CaseEventView> nodes,

        @NonNull @Description("Where the page stands. 分页信息。")
        PageInfo pageInfo,

        @Ignore Supplier<Uni<Long>> count) {

    public static CaseEventConnection of(Page<CaseEventView> page, Supplier<Uni<Long>> count) {
        return new CaseEventConnection(
                page.rows().stream()
                        .map(node -> new CaseEventEdge(node.cursor(), node))
                        .toList(),
                page.rows(),
                page.info(CaseEventView::cursor),
                count);
    }

    /// An event and where it stands in its list.
    @Description("An event and where it stands in its list. 列表项。")
    public record CaseEventEdge(
            @NonNull @Description("Go on after this one with it. 游标。")
            String cursor,

            @NonNull @Description("The event. 事件。") CaseEventView node) {}
}
