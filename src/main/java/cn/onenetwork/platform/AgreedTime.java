package cn.onenetwork.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// The time that all pods agree on: that of the database.
///
/// What time does by itself, such as a deemed acceptance, cannot be taken back. A pod whose clock was set wrong
/// must not do it to all cases at once; it waits until its clock is right again, and others do it meanwhile.
@ApplicationScoped
public class AgreedTime {

    private static final Logger LOG = Logger.getLogger(AgreedTime.class);

    private final Pool pool;
    private final Clock clock;
    private final ClockConfig config;
    private final AtomicBoolean wrong = new AtomicBoolean();

    AgreedTime(Pool pool, Clock clock, ClockConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /// Lets time act, unless the clock of this pod is wrong. Fails where the database gives no answer.
    public Uni<Void> act(Supplier<Uni<?>> work) {
        return Uni.createFrom()
                .completionStage(() -> pool.query("select clock_timestamp()")
                        .execute()
                        .map(rows -> isRight(rows.iterator().next()))
                        .toCompletionStage())
                .chain(right ->
                        right ? work.get().replaceWithVoid() : Uni.createFrom().voidItem());
    }

    private boolean isRight(Row row) {
        Duration off = Duration.between(row.getOffsetDateTime(0).toInstant(), clock.instant());
        boolean right = off.abs().compareTo(config.tolerance()) <= 0;
        if (wrong.getAndSet(!right) == right) {
            if (right) {
                LOG.info("The clock is right again");
            } else {
                LOG.errorf(
                        "The clock is wrong: %s ahead of the database; nothing is swept, expires or is erased here",
                        off);
            }
        }
        return right;
    }
}
