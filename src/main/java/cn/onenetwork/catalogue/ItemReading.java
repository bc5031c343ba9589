package cn.onenetwork.catalogue;

import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the catalogue for everyone: it holds nothing that is not public.
///
/// Lists hold the items that are in force today in Asia/Shanghai. An item asked for by its code is shown
/// whatever its state is, because people follow links, and come back to what they once applied for.
@ApplicationScoped
public class ItemReading {

    /// The kind of the cursors of a list of items.
    public static final String CURSOR = "item";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ServiceItems items;
    private final Tenants tenants;
    private final Clock clock;

    ItemReading(ServiceItems items, Tenants tenants, Clock clock) {
        this.items = items;
        this.tenants = tenants;
        this.clock = clock;
    }

    /// A page of the items in force, in the order of their task codes.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Page<ServiceItemView>> page(ItemFilter filter, Page.Request request) {
        ItemSearch search = ItemSearch.of(filter, today())
                .after(request.key(CURSOR, keys -> new TaskCode(keys.getFirst()).value()));
        return Panache.getSession()
                .chain(session -> search.bind(session.createNativeQuery(search.keys(), Object[].class))
                        .setMaxResults(request.oneMore())
                        .getResultList())
                .map(rows -> Page.of(rows.stream().map(ItemReading::key).toList(), request))
                .chain(this::filled);
    }

    /// How many items a list of them would have in all, for each filter.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<Integer>> counts(List<ItemFilter> filters) {
        Uni<List<Integer>> counts = Uni.createFrom().item(ArrayList::new);
        for (ItemFilter filter : filters) {
            counts = counts.call(counted -> counted(filter).invoke(counted::add));
        }
        return counts;
    }

    /// How many items a list of them would have in all.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Integer> count(ItemFilter filter) {
        return counted(filter);
    }

    /// The current version of an item, in force or not; null where there is no such item.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<ServiceItemView> find(String taskCode) {
        return items.require(taskCode)
                .map(ServiceItemView::of)
                .onFailure(Problem.class)
                .recoverWithNull();
    }

    /// Versions of items, in the order of the keys.
    ///
    /// @throws Problem NOT_FOUND where one of them does not exist
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<ServiceItemView>> all(List<ItemKey> keys) {
        return views(keys);
    }

    /// All tenants, the province first.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<Tenant>> tenants() {
        return tenants.all();
    }

    /// All topics in the order of their codes.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<Topic>> topics() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from StoredTopic order by code", StoredTopic.class)
                        .getResultList())
                .map(stored -> stored.stream().map(StoredTopic::topic).toList());
    }

    /// Whether people can apply for the item today.
    public boolean inForce(ServiceItemView item) {
        return item.inForce(today());
    }

    private Uni<Page<ServiceItemView>> filled(Page<ItemKey> page) {
        return views(page.rows()).map(views -> new Page<>(views, page.hasNext(), page.hasPrevious()));
    }

    private Uni<List<ServiceItemView>> views(List<ItemKey> keys) {
        return items.versions(Set.copyOf(keys))
                .map(found -> keys.stream().map(key -> view(found, key)).toList());
    }

    private static ServiceItemView view(Map<ItemKey, ServiceItem> found, ItemKey key) {
        ServiceItem item = found.get(key);
        if (item == null) {
            throw Problem.of(UserErrorCode.NOT_FOUND);
        }
        return ServiceItemView.of(item);
    }

    private Uni<Integer> counted(ItemFilter filter) {
        ItemSearch search = ItemSearch.of(filter, today());
        return Panache.getSession()
                .chain(session -> search.bind(session.createNativeQuery(search.count(), Long.class))
                        .getSingleResult())
                .map(Math::toIntExact);
    }

    private static ItemKey key(Object[] row) {
        return new ItemKey((String) row[0], (Integer) row[1]);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }
}
