package cn.onenetwork.documents;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Counts now and then what waits, so that nobody who looks at the metrics costs a query.
@ApplicationScoped
class CountingDocuments {

    /// By the two small indexes on what is unfinished.
    static final String WAITING = """
            select (select count(*) from document where state = 'UPLOADING') as uploads,
                count(*) as checks, extract(epoch from $1 - min(arrived_at))::float8 as oldest
            from document where state = 'CHECKING'
            """;

    private final Pool pool;
    private final Clock clock;
    private volatile Waiting last = Waiting.UNKNOWN;

    CountingDocuments(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// What waits.
    ///
    /// @param oldestSeconds how long the first of the checks has waited; 0 where none waits
    record Waiting(double uploads, double checks, double oldestSeconds) {

        /// Rather nothing than a number that was right once.
        static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN, Double.NaN);

        static Waiting of(Row row) {
            Double oldest = row.getDouble("oldest");
            return new Waiting(row.getLong("uploads"), row.getLong("checks"), oldest == null ? 0 : Math.max(0, oldest));
        }
    }

    @Scheduled(
            every = "${one-network.telemetry.count-every:30s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(WAITING)
                        .execute(Tuple.of(now))
                        .map(rows -> Waiting.of(rows.iterator().next()))
                        .toCompletionStage())
                .onFailure()
                .recoverWithItem(Waiting.UNKNOWN)
                .invoke(counted -> last = counted)
                .replaceWithVoid();
    }

    /// As counted last.
    Waiting last() {
        return last;
    }
}
