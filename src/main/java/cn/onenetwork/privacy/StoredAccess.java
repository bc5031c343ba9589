package cn.onenetwork.privacy;

import cn.onenetwork.cases.Access;
import cn.onenetwork.identity.AccountKind;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row as it stands in the table, with its place in the chain.
record StoredAccess(AccessRow row, long position, byte @Nullable [] previous, byte[] hash) {

    static final String COLUMNS = """
            a.id, a.at, a.actor, a.actor_kind, a.actor_name, a.on_behalf_of, a.tenant_id, a.department, a.case_id, a.kind,
            a.purpose, a.parts, a.times, a.document_id, a.ticket, a.bytes_from, a.bytes_to, a.watermarked, a.position,
            a.prev_hash, a.hash
            """;

    static StoredAccess of(Row row) {
        AccessRow.Actor actor = new AccessRow.Actor(
                row.getString("actor"),
                AccountKind.valueOf(row.getString("actor_kind")),
                row.getString("actor_name"),
                row.getString("on_behalf_of"),
                row.getString("tenant_id"),
                row.getString("department"));
        AccessRow access = new AccessRow(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                actor,
                row.getUUID("case_id"),
                Access.Kind.valueOf(row.getString("kind")),
                row.getString("purpose"),
                AccessRow.parts(row.getString("parts")),
                row.getInteger("times"),
                file(row));
        return new StoredAccess(
                access,
                row.getLong("position"),
                AccessChain.bytes(row.getBuffer("prev_hash")),
                row.getBuffer("hash").getBytes());
    }

    private static Access.@Nullable File file(Row row) {
        UUID document = row.getUUID("document_id");
        return document == null
                ? null
                : new Access.File(
                        document,
                        row.getString("ticket"),
                        row.getLong("bytes_from"),
                        row.getLong("bytes_to"),
                        row.getBoolean("watermarked"));
    }

    /// Whether it is as it was written, after the row whose hash is given.
    boolean follows(byte @Nullable [] before) {
        return Arrays.equals(previous, before) && Arrays.equals(hash, AccessHash.of(before, row, position));
    }
}
