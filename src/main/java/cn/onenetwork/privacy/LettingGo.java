package cn.onenetwork.privacy;

import cn.onenetwork.platform.AgreedTime;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Carries out the [RetentionRules]: erases drafts, withdrawn applications and proofs of consent whose time
/// is over, each case in a transaction of its own. The access log has a sweep of its own, archives have
/// none: people appraise them. One pod sweeps at a time; what fails is tried again by the next sweep.
@ApplicationScoped
class LettingGo {

    private static final Logger LOG = Logger.getLogger(LettingGo.class);

    /// Any number, the same on every pod.
    static final long LOCK = 0x7265_7465_6e74L;

    private static final int PAGE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String TURN = "select pg_try_advisory_xact_lock($1)";
    private static final String DRAFTS = """
            select c.id from service_case c where c.status = 'DRAFT' and c.created_at < $1 and c.id > $2
                and not exists (select from case_event e where e.case_id = c.id and e.at >= $1)
            order by c.id limit $3
            """;
    private static final String WITHDRAWN = """
            select c.id from service_case c where c.closure = 'VOIDED' and c.accepted_on is null and c.closed_at < $1
                and c.id > $2 order by c.id limit $3
            """;
    private static final String ERASE = "select case_erase($1, 'RETENTION_OVER', $2)";
    private static final String CONSENTS = "delete from consent where withdrawn_at < $1";

    private final Pool pool;
    private final RetentionRules rules;
    private final Clock clock;
    private final AgreedTime time;

    LettingGo(Pool pool, RetentionRules rules, Clock clock, AgreedTime time) {
        this.pool = pool;
        this.rules = rules;
        this.clock = clock;
        this.time = time;
    }

    @Scheduled(
            every = "${one-network.privacy.retention.sweep-every:1h}",
            delayed = "15m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return time.act(this::sweep);
    }

    /// Returns how many cases it erased.
    Uni<Integer> sweep() {
        return sweep(DRAFTS, before(DataClass.DRAFT))
                .chain(drafts -> sweep(WITHDRAWN, before(DataClass.WITHDRAWN_APPLICATION))
                        .map(more -> drafts + more))
                .call(() -> pool.preparedQuery(CONSENTS).execute(Tuple.of(before(DataClass.CONSENT))));
    }

    /// Whatever is older than this has been kept long enough.
    private OffsetDateTime before(DataClass dataClass) {
        Period period = Objects.requireNonNull(rules.of(dataClass).period());
        return clock.instant().atOffset(ZoneOffset.UTC).minus(period);
    }

    private Uni<Integer> sweep(String due, OffsetDateTime before) {
        Place place = new Place();
        return Multi.createBy()
                .repeating()
                .uni(() -> page(due, before, place))
                .until(List::isEmpty)
                .onItem()
                .<UUID>disjoint()
                .onItem()
                .transformToUniAndConcatenate(id -> erase(id, before))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<List<UUID>> page(String due, OffsetDateTime before, Place place) {
        return pool.preparedQuery(due)
                .execute(Tuple.of(before, place.last, PAGE))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    place.last = ids.isEmpty() ? place.last : ids.getLast();
                    return ids;
                });
    }

    private Uni<Integer> erase(UUID id, OffsetDateTime before) {
        return pool.withTransaction(connection -> turn(connection)
                        .chain(mine -> mine
                                ? erase(connection, id, before)
                                : Uni.createFrom().item(0)))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(
                            "Case %s could not be erased: %s",
                            id, failure.getClass().getName());
                    return 0;
                });
    }

    private static Uni<Boolean> turn(SqlConnection connection) {
        return connection
                .preparedQuery(TURN)
                .execute(Tuple.of(LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Uni<Integer> erase(SqlConnection connection, UUID id, OffsetDateTime before) {
        return connection
                .preparedQuery(ERASE)
                .execute(Tuple.of(id, before))
                .map(rows -> rows.iterator().next().getBoolean(0) ? 1 : 0);
    }

    /// How far a sweep has got, so that a case that cannot be erased is not read again and again.
    private static final class Place {
        private UUID last = FIRST;
    }
}
