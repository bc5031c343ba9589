package cn.onenetwork.cases;

import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.PageInfo;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/// A page of cases. `totalCount` is counted only where it is selected.
@Description("A page of cases. 办件分页。")
public record ServiceCaseConnection(
        @NonNull @Description("The cases with their cursors. 带游标的列表。")
        List<@NonNull ServiceCaseEdge> edges,

        @NonNull @Description("The cases. 列表。") List<@NonNull CaseView> nodes,

        @NonNull @Description("Where the page stands. 分页信息。")
        PageInfo pageInfo,

        @Ignore Supplier<Uni<Long>> count) {

    /// The caller's own cases.
    public static ServiceCaseConnection mine(Page<CaseView> page, Supplier<Uni<Long>> count) {
        return of(page.map(node -> new ServiceCaseEdge(Cases.cursor(node.uuid()), node)), count);
    }

    /// The queue of the desk.
    public static ServiceCaseConnection queue(Page<WorkQueue.WorkItem> page, Supplier<Uni<Long>> count) {
        return of(page.map(item -> new ServiceCaseEdge(item.cursor(), item.serviceCase())), count);
    }

    private static ServiceCaseConnection of(Page<ServiceCaseEdge> page, Supplier<Uni<Long>> count) {
        return new ServiceCaseConnection(
                page.rows(),
                page.rows().stream().map(ServiceCaseEdge::node).toList(),
                page.info(ServiceCaseEdge::cursor),
                count);
    }

    /// A case and where it stands in its list.
    @Description("A case and where it stands in its list. 列表项。")
    public record ServiceCaseEdge(
            @NonNull @Description("Go on after this one with it. 游标。")
            String cursor,

            @NonNull @Description("The case. 办件。") CaseView node) {}
}
