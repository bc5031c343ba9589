package cn.onenetwork.privacy;

import cn.onenetwork.cases.Access;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Appends rows to the chains of their cases.
///
/// The heads of all chains concerned are locked first, in the order of their ids, so that pods wait for each other and
/// never in a circle. A row that is there already is left out: a batch may be written again after a crash.
@ApplicationScoped
class AccessChain {

    private static final String BEGIN =
            "insert into access_chain (case_id, length) select one, 0 from unnest($1::uuid[]) as one order by one on conflict do nothing";
    private static final String LOCK =
            "select case_id, length, head from access_chain where case_id = any($1) order by case_id for update";
    private static final String KNOWN = "select id from access_log where id = any($1)";
    private static final String INSERT = """
            insert into access_log (id, at, actor, actor_kind, actor_name, on_behalf_of, tenant_id, department, case_id, kind,
                purpose, parts, times, document_id, ticket, bytes_from, bytes_to, watermarked, position, prev_hash, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
            """;
    private static final String MOVE = "update access_chain set length = $2, head = $3 where case_id = $1";

    private final Pool pool;

    AccessChain(Pool pool) {
        this.pool = pool;
    }

    /// All of them, or none.
    Uni<Void> append(List<AccessRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(connection -> append(connection, rows));
    }

    private static Uni<Void> append(SqlConnection connection, List<AccessRow> rows) {
        UUID[] cases = rows.stream().map(AccessRow::caseId).distinct().sorted().toArray(UUID[]::new);
        UUID[] ids = rows.stream().map(AccessRow::id).toArray(UUID[]::new);
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.tuple().addArrayOfUUID(cases))
                .chain(() -> heads(connection, cases))
                .chain(heads -> known(connection, ids).chain(known -> append(connection, rows, heads, known)));
    }

    private static Uni<Map<UUID, Head>> heads(SqlConnection connection, UUID[] cases) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(cases))
                .map(found -> {
                    Map<UUID, Head> heads = new HashMap<>();
                    found.forEach(row -> {
                        var _ = heads.put(row.getUUID(0), new Head(row.getLong(1), bytes(row.getBuffer(2))));
                    });
                    return heads;
                });
    }

    private static Uni<Set<UUID>> known(SqlConnection connection, UUID[] ids) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(found -> {
                    Set<UUID> known = new HashSet<>();
                    found.forEach(row -> known.add(row.getUUID(0)));
                    return known;
                });
    }

    private static Uni<Void> append(
            SqlConnection connection, List<AccessRow> rows, Map<UUID, Head> heads, Set<UUID> known) {
        List<Tuple> inserts = new ArrayList<>();
        Map<UUID, Head> moved = new HashMap<>();
        for (AccessRow row : rows) {
            if (known.add(row.id())) {
                Head before = Objects.requireNonNull(moved.getOrDefault(row.caseId(), heads.get(row.caseId())));
                Head after = before.after(row);
                inserts.add(insert(row, before, after));
                moved.put(row.caseId(), after);
            }
        }
        if (inserts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> moves = moved.entrySet().stream()
                .map(one -> Tuple.of(
                        one.getKey(),
                        one.getValue().length(),
                        buffer(one.getValue().hash())))
                .toList();
        return connection
                .preparedQuery(INSERT)
                .executeBatch(inserts)
                .chain(() -> connection.preparedQuery(MOVE).executeBatch(moves))
                .replaceWithVoid();
    }

    private static Tuple insert(AccessRow row, Head before, Head after) {
        AccessRow.Actor actor = row.actor();
        Access.File file = row.file();
        return Tuple.tuple()
                .addUUID(row.id())
                .addOffsetDateTime(row.at().atOffset(ZoneOffset.UTC))
                .addString(actor.subject())
                .addString(actor.kind().name())
                .addString(actor.maskedName())
                .addString(actor.onBehalfOf())
                .addString(actor.tenant())
                .addString(actor.department())
                .addUUID(row.caseId())
                .addString(row.kind().name())
                .addString(row.purpose())
                .addString(row.partNames())
                .addInteger(row.times())
                .addUUID(file == null ? null : file.documentId())
                .addString(file == null ? null : file.ticket())
                .addLong(file == null ? null : Long.valueOf(file.from()))
                .addLong(file == null ? null : Long.valueOf(file.to()))
                .addBoolean(file != null && file.watermarked())
                .addLong(after.length())
                .addValue(buffer(before.hash()))
                .addValue(buffer(after.hash()));
    }

    /// Of Vert.x itself: its wrapper takes no null.
    private static io.vertx.core.buffer.@Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : io.vertx.core.buffer.Buffer.buffer(bytes);
    }

    static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }

    /// Where a chain ends.
    record Head(long length, byte @Nullable [] hash) {

        Head after(AccessRow row) {
            return new Head(length + 1, AccessHash.of(hash, row, length + 1));
        }
    }
}
