package cn.onenetwork.privacy;

import cn.onenetwork.platform.AgreedTime;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/// Lets rows go whose time is over, chain by chain from the beginning. The database itself refuses to let go of
/// anything younger than six months. Any pod may do it; two at once skip each other's chains.
@ApplicationScoped
class ForgettingAccesses {

    private static final int CHAINS = 100;

    private final Pool pool;
    private final Period keep;
    private final Clock clock;
    private final AgreedTime time;

    ForgettingAccesses(Pool pool, PrivacyConfig config, Clock clock, AgreedTime time) {
        this.pool = pool;
        this.keep = config.accessLog().keep();
        this.clock = clock;
        this.time = time;
    }

    @Scheduled(
            every = "${one-network.privacy.access-log.sweep-every:1h}",
            delayed = "10m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return time.act(this::forget);
    }

    Uni<Void> forget() {
        return Multi.createBy()
                .repeating()
                .uni(this::forgetSome)
                .until(gone -> gone == 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> forgetSome() {
        OffsetDateTime before = clock.instant().atOffset(ZoneOffset.UTC).minus(keep);
        return pool.preparedQuery("select access_log_forget($1, $2)")
                .execute(Tuple.of(before, CHAINS))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
