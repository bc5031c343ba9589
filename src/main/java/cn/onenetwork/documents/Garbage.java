package cn.onenetwork.documents;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;

/// Bytes that a document has let go of. They are written down in the same transaction, and deleted from the
/// storage after it, as often as it takes, unless another document still refers to them.
@ApplicationScoped
class Garbage {

    private final Pool pool;
    private final Clock clock;
    private final Storage storage;
    private final Vertx vertx;

    Garbage(Pool pool, Clock clock, Storage storage, Vertx vertx) {
        this.pool = pool;
        this.clock = clock;
        this.storage = storage;
        this.vertx = vertx;
    }

    /// Within the unit of work that lets go of them.
    Uni<Void> add(String storageKey) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into storage_garbage (storage_key, since) values (:key, :since)
                                on conflict do nothing
                                """)
                        .setParameter("key", storageKey)
                        .setParameter("since", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
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

    /// Deletes the bytes, unless somebody needs them, and forgets them.
    Future<Void> discard(String key) {
        return isNeeded(key)
                .compose(needed -> needed ? Future.succeededFuture() : deleted(key))
                .compose(_ -> forget(key));
    }

    private Future<Void> deleted(String key) {
        return Future.fromCompletionStage(storage.delete(key).subscribeAsCompletionStage(), vertx.getOrCreateContext());
    }

    /// Whether a document refers to the bytes after all, e.g. because it has the same content. One that was refused
    /// remembers where its bytes were, and needs them no more.
    private Future<Boolean> isNeeded(String key) {
        return pool.preparedQuery("select exists (select from document where storage_key = $1 and state <> 'REJECTED')")
                .execute(Tuple.of(key))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return row.getBoolean(0);
                });
    }

    private Future<Void> forget(String key) {
        return pool.preparedQuery("delete from storage_garbage where storage_key = $1")
                .execute(Tuple.of(key))
                .mapEmpty();
    }
}
