package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/// Counts now and then the cases that press, so that nobody who looks at the metrics costs a query. Every pod counts
/// all of them.
@ApplicationScoped
class CountingCases {

    /// Reads, for each tenant, the part of the desk's index that is due: what is not yet due is not looked at. While
    /// a special procedure lasts no day counts.
    static final String URGENT = """
            select coalesce(sum(c.due), 0)::bigint as due, coalesce(sum(c.overdue), 0)::bigint as overdue
            from tenant t cross join lateral (
                select count(*) filter (where due_on = $1) as due, count(*) filter (where due_on < $1) as overdue
                from service_case
                where tenant_id = t.id and coalesce(due_on, date '9999-12-31') <= $1
                    and status in ('SUBMITTED', 'RECEIVED', 'ACCEPTED', 'UNDER_REVIEW', 'SPECIAL_PROCEDURE', 'DELIVERING')
                    and status <> 'SPECIAL_PROCEDURE') c
            """;

    private final Pool pool;
    private final Clock clock;
    private volatile Urgent last = Urgent.UNKNOWN;

    CountingCases(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// How many cases are due today, and how many were due before.
    record Urgent(double due, double overdue) {

        /// Rather nothing than a number that was right once.
        static final Urgent UNKNOWN = new Urgent(Double.NaN, Double.NaN);

        static Urgent of(Row row) {
            return new Urgent(row.getLong("due"), row.getLong("overdue"));
        }
    }

    @Scheduled(
            every = "${one-network.telemetry.count-every:30s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        LocalDate today = ShanghaiTime.dayOf(clock.instant());
        return Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(URGENT)
                        .execute(Tuple.of(today))
                        .map(rows -> Urgent.of(rows.iterator().next()))
                        .toCompletionStage())
                .onFailure()
                .recoverWithItem(Urgent.UNKNOWN)
                .invoke(counted -> last = counted)
                .replaceWithVoid();
    }

    /// As counted last.
    Urgent last() {
        return last;
    }
}
