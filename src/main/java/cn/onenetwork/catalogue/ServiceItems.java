package cn.onenetwork.catalogue;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The service items. For use inside a unit of work of the caller.
///
/// A version never changes, so versions are kept in memory once they were read, their forms compiled once, and the
/// tenant shared by all items that were read with it.
@ApplicationScoped
public class ServiceItems {

    private static final int KEPT_TENANTS = 1_000;

    private static final String CURRENT_VERSION =
            "select i.version from service_item i where i.task_code = :taskCode and i.current";

    private static final String VERSIONS = """
            select i.task_code, i.version, cast(i.definition as text), cast(t.definition as text)
            from json_to_recordset(cast(cast(:keys as text) as json)) as k(task_code text, version integer)
                join service_item i on i.task_code = k.task_code and i.version = k.version
                join tenant t on t.id = i.tenant_id
            """;

    private final Cache<ItemKey, ServiceItem> kept;
    private final Cache<String, Tenant> tenants = remembering(KEPT_TENANTS);
    private final LibraryJson json;

    ServiceItems(LibraryJson json, CatalogueConfig config) {
        this.json = json;
        this.kept = remembering(config.keptItems());
    }

    private static <K, V> Cache<K, V> remembering(int most) {
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /// The current version of an item, also where it is not in force today: look at [ServiceItem#effectiveOn].
    ///
    /// @throws Problem NOT_FOUND at `taskCode` where there is no such item
    public Uni<ServiceItem> require(String taskCode) {
        return currentVersion(taskCode).chain(version -> version(taskCode, version));
    }

    /// One version of an item.
    ///
    /// @throws Problem NOT_FOUND at `taskCode` where there is no such version
    public Uni<ServiceItem> version(String taskCode, int version) {
        ItemKey key = new ItemKey(taskCode, version);
        return versions(Set.of(key))
                .map(found -> found.computeIfAbsent(key, _ -> {
                    throw notFound();
                }));
    }

    /// Versions of items, where all of them are in memory; needs no unit of work.
    public Optional<Map<ItemKey, ServiceItem>> remembered(Set<ItemKey> keys) {
        Map<ItemKey, ServiceItem> known = kept.getAllPresent(keys);
        return known.size() == keys.size() ? Optional.of(known) : Optional.empty();
    }

    /// Versions of items, all by one query; without those that do not exist.
    public Uni<Map<ItemKey, ServiceItem>> versions(Set<ItemKey> keys) {
        Map<ItemKey, ServiceItem> known = new HashMap<>(kept.getAllPresent(keys));
        List<ItemKey> missing =
                keys.stream().filter(key -> !known.containsKey(key)).toList();
        return missing.isEmpty() ? Uni.createFrom().item(known) : read(missing).map(read -> together(known, read));
    }

    private Uni<Integer> currentVersion(String taskCode) {
        return TaskCode.parse(taskCode).isEmpty()
                ? Uni.createFrom().failure(ServiceItems::notFound)
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(CURRENT_VERSION, Integer.class)
                                .setParameter("taskCode", taskCode)
                                .getSingleResultOrNull())
                        .onItem()
                        .ifNull()
                        .failWith(ServiceItems::notFound);
    }

    private Uni<Map<ItemKey, ServiceItem>> read(Collection<ItemKey> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VERSIONS, Object[].class)
                        .setParameter("keys", names(keys))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                json.importedItem((String) row[2], tenants.get((String) row[3], json::importedTenant)))
                        .collect(Collectors.toMap(ServiceItem::key, Function.identity())))
                .invoke(kept::putAll);
    }

    private static Map<ItemKey, ServiceItem> together(Map<ItemKey, ServiceItem> known, Map<ItemKey, ServiceItem> read) {
        known.putAll(read);
        return known;
    }

    private static String names(Collection<ItemKey> keys) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        keys.forEach(key -> array.add(
                JSON.createObjectBuilder().add("task_code", key.taskCode()).add("version", key.version())));
        return array.build().toString();
    }

    private static Problem notFound() {
        return Problem.of(UserErrorCode.NOT_FOUND).at("taskCode");
    }
}
