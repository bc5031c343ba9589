package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A counter where an item is handled in person.
@Description("A counter where an item is handled in person. 办理窗口。")
public record ServiceWindow(
        @NonNull @Description("Name of the hall. 大厅名称。") String hall,
        @Description("Address of the hall. 地址。") @Nullable String address,
        @Description("When it is open. 办理时间。") @Nullable String openingHours,

        @NonNull @Description("The counter in the hall. 窗口。")
        String counter) {

    static ServiceWindow of(Tenant.Hall hall, String counter) {
        return new ServiceWindow(hall.name(), hall.address(), hall.openingHours(), counter);
    }
}
