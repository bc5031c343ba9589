package cn.onenetwork.documents;

import cn.onenetwork.cases.CaseAccess;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// All uploads, as rows. Each statement is a transaction of its own.
///
/// Who writes is told by a lease in the row. It goes by the time of the database, because the clocks of two pods
/// differ by more than a lease lasts.
@ApplicationScoped
class Uploads {

    private static final int AT_ONCE = 100;

    private static final String READ = """
            select d.id, d.uploaded_by, d.state, d.expires_at, d.storage_key, d.size, u.received, u.progress
            from document d left join upload u on u.document_id = d.id
            """;

    /// An agent's ticket counts as long as the delegation does by which it was given.
    private static final String ALLOWED = """
             and (d.delegation_id is null or exists (
                select from service_case c join delegation g on g.id = d.delegation_id
                where c.id = d.case_id and 'UPLOAD' = any(g.actions) and %s))
            """.formatted(CaseAccess.covers("g", "$2"));

    private final Pool pool;
    private final Clock clock;

    Uploads(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// An upload that whoever announced it may still bring.
    Future<Optional<Upload>> find(UUID id) {
        return all(
                        READ + "where d.id = $1" + ALLOWED,
                        Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(found -> found.stream().findFirst());
    }

    /// Makes the request the one writer, unless another one is: whoever was silent for two seconds has lost it.
    ///
    /// @param offset where the request wants to go on
    Future<Boolean> claim(UUID id, UUID writer, long offset) {
        return changed("""
                        insert into upload (document_id, writer, written_at)
                        select d.id, $2, clock_timestamp() from document d
                        where d.id = $1 and d.state = 'UPLOADING'
                            and ($3 = 0 or exists (select from upload u where u.document_id = d.id))
                        on conflict (document_id) do update
                        set writer = excluded.writer, written_at = excluded.written_at
                        where upload.received = $3
                            and (upload.writer is null or upload.written_at < clock_timestamp() - interval '2 s')
                        """, Tuple.of(id, writer, offset));
    }

    /// The writer is still there.
    ///
    /// @return false where another request has become the writer
    Future<Boolean> touch(UUID id, UUID writer) {
        return changed(
                "update upload set written_at = clock_timestamp() where document_id = $1 and writer = $2",
                Tuple.of(id, writer));
    }

    /// Counts what is kept for certain.
    ///
    /// @param alive whether bytes have come in lately: a commit out of silence prolongs no lease
    /// @return false where another request has become the writer
    Future<Boolean> commit(UUID id, UUID writer, Storage.Unfinished kept, boolean alive) {
        return changed("""
                        update upload set received = $3, progress = $4,
                            written_at = case when $5 then clock_timestamp() else written_at end
                        where document_id = $1 and writer = $2
                        """, Tuple.of(id, writer, kept.received(), kept.progress(), alive));
    }

    Future<Boolean> release(UUID id, UUID writer) {
        return changed("update upload set writer = null where document_id = $1 and writer = $2", Tuple.of(id, writer));
    }

    /// Counts less than before, because the storage has less.
    Future<Boolean> fallBack(UUID id, Storage.Unfinished left) {
        return changed(
                "update upload set received = $2, progress = $3, writer = null where document_id = $1",
                Tuple.of(id, left.received(), left.progress()));
    }

    /// Forgets how the bytes came, once they are all there.
    Future<Boolean> forget(UUID id) {
        return changed("delete from upload where document_id = $1", Tuple.of(id));
    }

    /// Ends an upload that is not complete: the ticket goes, and its bytes are let go.
    Future<Boolean> terminate(UUID id) {
        return letGo("d.id = $1", Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC)), 2)
                .map(count -> count > 0);
    }

    /// Ends uploads that have waited too long, some at a time; an upload that is being written on may finish.
    ///
    /// @return how many
    Future<Integer> expire() {
        return letGo("""
                        d.expires_at < $1
                        and not exists (select from upload u where u.document_id = d.id and (u.received = d.size
                            or u.writer is not null and u.written_at > clock_timestamp() - interval '1 min'))
                        """, Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)), 1);
    }

    private Future<Integer> letGo(String which, Tuple values, int now) {
        return pool.preparedQuery("""
                        with gone as (
                            delete from document where id in (
                                select d.id from document d where d.state = 'UPLOADING' and %s
                                limit %d for update of d skip locked)
                            returning storage_key)
                        insert into storage_garbage (storage_key, since) select storage_key, $%d from gone
                        on conflict do nothing
                        """.formatted(which, AT_ONCE, now))
                .execute(values)
                .map(SqlResult::rowCount);
    }

    /// Uploads whose bytes are all there, but which nobody has moved on: whoever wanted to was stopped.
    Future<List<Upload>> stranded() {
        return all(READ + """
                where d.state = 'UPLOADING' and u.received = d.size
                    and (u.writer is null or u.written_at < clock_timestamp() - interval '1 min')
                order by d.id limit 100
                """, Tuple.tuple());
    }

    /// Rows about uploads that have moved on; returns how many were forgotten.
    Future<Boolean> forgetMovedOn() {
        return changed(
                "delete from upload u using document d where d.id = u.document_id and d.state <> 'UPLOADING'",
                Tuple.tuple());
    }

    private Future<Boolean> changed(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(result -> result.rowCount() > 0);
    }

    private Future<List<Upload>> all(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(Uploads::read);
    }

    private static List<Upload> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Uploads::read)
                .toList();
    }

    private static Upload read(Row row) {
        Long received = row.getLong("received");
        return new Upload(
                row.getUUID("id"),
                row.getString("uploaded_by"),
                DocumentState.valueOf(row.getString("state")),
                row.getOffsetDateTime("expires_at").toInstant(),
                new Storage.Unfinished(
                        row.getString("storage_key"), row.getLong("size"), received == null ? 0 : received, (JsonObject)
                                row.getValue("progress")));
    }
}
