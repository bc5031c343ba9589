package cn.onenetwork.catalogue.api;

import cn.onenetwork.catalogue.ItemFilter;
import cn.onenetwork.catalogue.ItemReading;
import cn.onenetwork.catalogue.ServiceItemView;
import cn.onenetwork.catalogue.Topic;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Page;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/// What of the catalogue can be asked for. Public, because the engine calls it by reflection.
@GraphQLApi
public class CatalogueQueries {

    private final ItemReading reading;
    private final Callers callers;

    CatalogueQueries(ItemReading reading, Callers callers) {
        this.reading = reading;
        this.callers = callers;
    }

    @Query
    @Description("The items in force today, in the order of their task codes. 事项列表。 Needs no login.")
    public Uni<ServiceItemConnection> serviceItems(
            @Description("Which items; all where it is left out. 筛选条件。") @Nullable ServiceItemFilter filter,
            @DefaultValue("20") @Description("How many, 1 to 100. 每页条数。") int first,
            @Description("Cursor of the last item of the page before. 起始游标。") @Nullable String after) {
        Locale locale = callers.current().locale();
        ItemFilter wanted = filter == null ? ItemFilter.ANY : filter.checked(locale);
        return reading.page(wanted, new Page.Request(first, after, locale))
                .map(page -> ServiceItemConnection.of(page, wanted));
    }

    @Query
    @Description("The current version of an item, also one that is not in force (see `inForce`); null where there is no"
            + " such item. 事项详情。 Needs no login.")
    public Uni<ServiceItemView> serviceItem(@NonNull @Description("实施编码。") String taskCode) {
        return reading.find(taskCode);
    }

    @Query
    @Description("The topics that items are listed under. 主题列表。 Needs no login.")
    public Uni<List<@NonNull Topic>> topics() {
        return reading.topics();
    }

    @Query
    @Description("Who offers services here, the province first. 租户列表。 Needs no login.")
    public Uni<List<@NonNull TenantView>> tenants() {
        return reading.tenants()
                .map(tenants -> tenants.stream().map(TenantView::of).toList());
    }

    @NonNull
    @Description("How many items the whole list has; counted only when it is asked for. 总数。")
    public Uni<List<@NonNull Integer>> totalCount(@Source List<ServiceItemConnection> connections) {
        return reading.counts(
                connections.stream().map(ServiceItemConnection::filter).toList());
    }

    @NonNull
    @Description("Whether people can apply for the item today. 当前是否可办理。")
    public Uni<List<@NonNull Boolean>> inForce(@Source List<ServiceItemView> items) {
        return Uni.createFrom().item(items.stream().map(reading::inForce).toList());
    }
}
