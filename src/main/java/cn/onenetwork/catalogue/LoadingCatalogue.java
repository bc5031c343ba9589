package cn.onenetwork.catalogue;

import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Takes an item library into an empty catalogue: all of it or nothing.
@ApplicationScoped
public class LoadingCatalogue {

    /// Several pods may start at once; the first one loads, the others wait for it and find the catalogue
    /// filled.
    private static final String LOCK =
            "select count(*) from (select pg_advisory_xact_lock(hashtextextended('one-network.catalogue', 0))) as locked";

    private static final String ROWS = "select (select count(*) from service_item) + (select count(*) from tenant)";

    private static final String TENANTS = """
            insert into tenant (id, name, name_en, region_code, level, zone_type, config, definition)
            select d ->> 'id', d ->> 'name', d ->> 'nameEn', d ->> 'regionCode', d ->> 'level', d ->> 'zoneType',
                   d -> 'config', d
            from json_array_elements(cast(cast(:rows as text) as json)) as d
            """;
    private static final String TOPICS = """
            insert into topic (code, audience, name, name_en)
            select d ->> 'code', d ->> 'audience', d ->> 'name', d ->> 'nameEn'
            from json_array_elements(cast(cast(:rows as text) as json)) as d
            """;
    private static final String ITEMS = """
            insert into service_item (task_code, version, id, tenant_id, implementer_id, implementer, state, name,
                name_en, item_type, case_kind, targets, topics, online_depth, online_available, effective_on, cancel_on,
                current, definition)
            select d ->> 'taskCode', cast(d ->> 'version' as integer), d ->> 'id', d ->> 'tenantId',
                   d ->> 'implementerId', d -> 'implementer' ->> 'name', d ->> 'state', d ->> 'name',
                   d ->> 'nameEn', d ->> 'itemType', d ->> 'caseKind',
                   array(select json_array_elements_text(d -> 'targets')),
                   array(select json_array_elements_text(d -> 'topics')),
                   d ->> 'onlineDepth', cast(d ->> 'onlineAvailable' as boolean),
                   cast(d ->> 'effectiveOn' as date), cast(d ->> 'cancelOn' as date),
                   row_number() over (partition by d ->> 'taskCode' order by cast(d ->> 'version' as integer) desc) = 1,
                   d
            from json_array_elements(cast(cast(:rows as text) as json)) as d
            """;

    /// Whether there is a catalogue already.
    @UnitOfWork(UnitOfWork.Mode.READ)
    Uni<Boolean> filled() {
        return count(ROWS).map(rows -> rows > 0);
    }

    /// Loads the library where the catalogue is still empty.
    ///
    /// @return how many items were loaded; 0 where somebody else was faster
    @UnitOfWork
    Uni<Integer> loadWhereEmpty(SoundLibrary library) {
        return count(LOCK).chain(() -> count(ROWS)).chain(rows -> rows > 0 ? nothing() : load(library));
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }

    private static Uni<Integer> load(SoundLibrary library) {
        return insert(TENANTS, library.tenants())
                .chain(() -> insert(TOPICS, library.topics()))
                .chain(() -> insert(ITEMS, library.items()));
    }

    /// One statement for all rows; JSON trees print as JSON.
    private static Uni<Integer> insert(String statement, List<?> rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter("rows", rows.toString())
                        .executeUpdate());
    }

    private static Uni<Long> count(String query) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Long.class).getSingleResult());
    }
}
