package cn.onenetwork.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// The database, asked as a request would: by a connection of the pool.
///
/// One question at a time: while one hangs it is the answer to all, so that probes never take what requests need.
@ApplicationScoped
class DatabaseDependency implements Dependency {

    private final Pool pool;
    private @Nullable Future<Void> asked;

    DatabaseDependency(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Uni<Void> probe() {
        return Uni.createFrom().completionStage(() -> ask().toCompletionStage());
    }

    private synchronized Future<Void> ask() {
        Future<Void> last = asked;
        if (last != null && !last.isComplete()) {
            return last;
        }
        Future<Void> next = pool.withConnection(
                connection -> connection.query("select 1").execute().mapEmpty());
        asked = next;
        return next;
    }
}
