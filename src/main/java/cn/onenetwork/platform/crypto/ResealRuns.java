package cn.onenetwork.platform.crypto;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All changes of keys; at most one is open. To be used within a unit of work.
@ApplicationScoped
class ResealRuns {

    /// Any number, the same on every pod.
    private static final long LOCK = 0x7265_7365_616cL;

    private static final String SELECT =
            "select id, target_key, started_at, finished_at, resealed, failed from reseal_run ";

    private final Clock clock;

    ResealRuns(Clock clock) {
        this.clock = clock;
    }

    /// Whether this transaction is the one that works now, over all pods. The lock ends with the transaction, also
    /// with one that broke off.
    Uni<Boolean> turn() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                        .setParameter("lock", LOCK)
                        .getSingleResult());
    }

    /// Opens a run, unless one is open; returns the one that is open then.
    Uni<@Nullable ResealRun> open(UUID id, String targetKey, String by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into reseal_run (id, target_key, started_by, started_at)
                                values (:id, :key, :by, :now) on conflict do nothing
                                """)
                        .setParameter("id", id)
                        .setParameter("key", targetKey)
                        .setParameter("by", by)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .chain(() -> open());
    }

    Uni<@Nullable ResealRun> open() {
        return one("where finished_at is null");
    }

    Uni<@Nullable ResealRun> latest() {
        return one("order by started_at desc, id desc limit 1");
    }

    private static Uni<@Nullable ResealRun> one(String which) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SELECT + which, Object[].class)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : run(row));
    }

    Uni<Integer> count(ResealRun run, SealedRows.Batch batch) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update reseal_run set resealed = resealed + :resealed where id = :id")
                        .setParameter("resealed", batch.resealed())
                        .setParameter("id", run.id())
                        .executeUpdate());
    }

    Uni<Integer> finish(ResealRun run, long failed) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update reseal_run set finished_at = :now, failed = :failed where id = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("failed", failed)
                        .setParameter("id", run.id())
                        .executeUpdate());
    }

    private static ResealRun run(Object[] row) {
        return new ResealRun(
                (UUID) row[0],
                (String) row[1],
                instant(row[2]),
                row[3] == null ? null : instant(row[3]),
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue());
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }
}
