package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// Whether an item is offered at all (事项状态). What counts today also depends on its dates.
@Description("Whether an item is offered. 事项状态。")
public enum ItemState {
    @Description("Offered from `effectiveOn` on. 在用。")
    IN_USE,
    @Description("Not offered for the time being. 暂停。")
    SUSPENDED,
    @Description("Abolished; kept for cases of the past. 取消。")
    CANCELLED
}
