package cn.onenetwork.privacy;

import cn.onenetwork.platform.Cursor;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.PageInfo;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/// A page of the access log. `totalCount` is counted only where it is selected.
@Description("A page of the access log. 访问记录分页。")
public record AccessEntryConnection(
        @NonNull @Description("The entries with their cursors. 带游标的列表。")
        List<@NonNull AccessEntryEdge> edges,

        @NonNull @Description("The entries. 列表。") List<@NonNull AccessEntry> nodes,

        @NonNull @Description("Where the page stands. 分页信息。")
        PageInfo pageInfo,

        @Ignore Supplier<Uni<Long>> count) {

    static final String CURSOR = "access";

    public static AccessEntryConnection of(Page<AccessEntry> page, Supplier<Uni<Long>> count) {
        return new AccessEntryConnection(
                page.rows().stream()
                        .map(node -> new AccessEntryEdge(cursor(node), node))
                        .toList(),
                page.rows(),
                page.info(AccessEntryConnection::cursor),
                count);
    }

    private static String cursor(AccessEntry entry) {
        return new Cursor(CURSOR, entry.id()).encoded();
    }

    /// An entry and where it stands in its list.
    @Description("An entry and where it stands in its list. 列表项。")
    public record AccessEntryEdge(
            @NonNull @Description("Go on after this one with it. 游标。")
            String cursor,

            @NonNull @Description("The entry. 访问记录。") AccessEntry node) {}
}
