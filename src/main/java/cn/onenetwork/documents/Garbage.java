package cn.onenetwork.documents;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/// Keys of bytes that somebody has let go of.
@ApplicationScoped
class Garbage {

    private final Pool pool;

    Garbage(Pool pool) {
        this.pool = pool;
    }

    /// Some keys after the given one.
    Future<List<String>> after(String key) {
        return pool.preparedQuery(
                        "select storage_key from storage_garbage where storage_key > $1 order by storage_key limit 100")
                .execute(Tuple.of(key))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    /// Whether a document refers to the bytes after all, e.g. because it has the same content.
    Future<Boolean> isNeeded(String key) {
        return pool.preparedQuery("select exists (select from document where storage_key = $1)")
                .execute(Tuple.of(key))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return row.getBoolean(0);
                });
    }

    Future<Void> forget(String key) {
        return pool.preparedQuery("delete from storage_garbage where storage_key = $1")
                .execute(Tuple.of(key))
                .mapEmpty();
    }
}
