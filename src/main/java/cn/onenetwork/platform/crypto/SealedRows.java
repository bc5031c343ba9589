package cn.onenetwork.platform.crypto;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The rows of all sealed columns. To be used within a unit of work.
@ApplicationScoped
class SealedRows {

    /// Small enough that nobody waits long for one of the rows.
    static final int BATCH = 50;

    /// Stands for what is not sealed, where values are counted by their keys.
    static final String PLAIN = "";

    private static final Logger LOG = Logger.getLogger(SealedRows.class);

    private final List<SealedColumn> columns;
    private final Crypto crypto;

    SealedRows(@All List<SealedColumn> columns, Crypto crypto) {
        this.columns = columns;
        this.crypto = crypto;
    }

    int columns() {
        return columns.size();
    }

    /// How many values each key has sealed, over all columns.
    Uni<Map<String, Long>> countByKey() {
        return Multi.createFrom()
                .iterable(columns)
                .onItem()
                .transformToUniAndConcatenate(SealedRows::countByKey)
                .onItem()
                .<Object[]>disjoint()
                .collect()
                .with(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.summingLong(row -> ((Number) row[1]).longValue())));
    }

    private static Uni<List<Object[]>> countByKey(SealedColumn column) {
        String sql = """
                select case when %1$s is not null then '' else coalesce(%1$s_key, '') end, count(*) from %2$s
                where %1$s is not null or %1$s_sealed is not null group by 1
                """.formatted(column.name(), column.table());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Object[].class).getResultList());
    }

    /// Seals some values of a column anew that other keys sealed, or none did. Rows that somebody is working on are
    /// left for later.
    ///
    /// @param after  the last id of the batch before
    Uni<Batch> reseal(int column, @Nullable UUID after) {
        SealedColumn one = columns.get(column);
        return page(one, after).chain(rows -> {
            List<UUID> ids = new ArrayList<>();
            List<String> values = new ArrayList<>();
            rows.forEach(row -> add(one, row, ids, values));
            Batch batch =
                    new Batch(rows.isEmpty() ? null : (UUID) rows.getLast()[0], ids.size(), rows.size() - ids.size());
            return ids.isEmpty()
                    ? Uni.createFrom().item(batch)
                    : keep(one, ids, values).replaceWith(batch);
        });
    }

    private void add(SealedColumn column, Object[] row, List<UUID> ids, List<String> values) {
        UUID id = (UUID) row[0];
        try {
            byte[] plain = row[2] instanceof String text
                    ? text.getBytes(StandardCharsets.UTF_8)
                    : crypto.open((byte[]) row[1], column.context(id));
            values.add(HexFormat.of().formatHex(crypto.seal(plain, column.context(id))));
            ids.add(id);
        } catch (SealFailure left) {
            LOG.errorf("A value of %s was not sealed anew: %s", column.table(), left.getMessage());
        }
    }

    private Uni<List<Object[]>> page(SealedColumn column, @Nullable UUID after) {
        String sql = """
                select id, %1$s_sealed, cast(%1$s as text) from %2$s
                where (%1$s is not null or %1$s_sealed is not null and %1$s_key is distinct from :active)
                    and id > cast(:after as uuid)
                order by id limit :most for update skip locked
                """.formatted(column.name(), column.table());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter("active", crypto.activeKey())
                        .setParameter(
                                "after", after == null ? "00000000-0000-0000-0000-000000000000" : after.toString())
                        .setParameter("most", BATCH)
                        .getResultList());
    }

    /// The row is locked since it was read: nothing that was written in between is lost.
    private Uni<Integer> keep(SealedColumn column, List<UUID> ids, List<String> values) {
        String sql = """
                update %2$s t set %1$s = null, %1$s_sealed = decode(v.value, 'hex'), %1$s_key = :active
                from unnest(cast(:ids as uuid[]), cast(:values as text[])) as v(id, value) where t.id = v.id
                """.formatted(column.name(), column.table());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("active", crypto.activeKey())
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .setParameter("values", values.toArray(String[]::new))
                        .executeUpdate());
    }

    /// @param last     the last id that was looked at; null where there was none left
    /// @param resealed how many are sealed anew
    /// @param failed   how many did not open
    record Batch(@Nullable UUID last, int resealed, int failed) {}
}
