package cn.onenetwork.catalogue.api;

import cn.onenetwork.catalogue.Tenant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A tenant, as the schema shows it.
@Name("Tenant")
@Description("A province, city or zone that offers services under its own name. 租户（行政区或功能区）。")
public record TenantView(
        @Id @NonNull @Description("Id of the tenant, for ServiceItemFilter.tenant. 租户标识。")
        String id,

        @NonNull @Description("Name. 名称。") String name,
        @NonNull @Description("Name in English. 英文名称。") String nameEn,

        @NonNull @Description("Region code, the prefix of its case numbers. 区划代码。")
        String regionCode,

        @Id @Description("The tenant above; null for the province. 上级租户。") @Nullable
        String parentId) {

    static TenantView of(Tenant tenant) {
        return new TenantView(
                tenant.id(), tenant.name(), tenant.nameEn(), tenant.regionCode(), tenant.parentTenantId());
    }
}
