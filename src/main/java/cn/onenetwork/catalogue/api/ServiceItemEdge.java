package cn.onenetwork.catalogue.api;

import cn.onenetwork.catalogue.ItemReading;
import cn.onenetwork.catalogue.ServiceItemView;
import cn.onenetwork.platform.Cursor;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/// An item and where it stands in a list.
@Description("An item and where it stands in the list. 事项与游标。")
public record ServiceItemEdge(
        @NonNull @Description("Give it as `after` to go on behind this item. 游标。")
        String cursor,

        @NonNull @Description("The item. 事项。") ServiceItemView node) {

    static ServiceItemEdge of(ServiceItemView item) {
        return new ServiceItemEdge(new Cursor(ItemReading.CURSOR, item.taskCode()).encoded(), item);
    }
}
