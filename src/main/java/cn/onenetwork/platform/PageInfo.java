package cn.onenetwork.platform;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/// Where a page of a connection stands, as the Relay connection specification has it.
@Description("Where a page stands in its list. 分页信息。")
public record PageInfo(
        @Description("Whether there is more after this page. 是否有下一页。")
        boolean hasNextPage,

        @Description("Whether there is something before this page. 是否有上一页。")
        boolean hasPreviousPage,

        @Description("Cursor of the first edge; null on an empty page. 首条游标。") @Nullable
        String startCursor,

        @Description("Cursor of the last edge; give it as `after` for the next page. 末条游标。") @Nullable
        String endCursor) {}
