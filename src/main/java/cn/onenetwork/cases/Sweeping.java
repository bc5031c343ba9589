package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.platform.AgreedTime;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Lets time act: wakes the cases whose day has come, each in a transaction of its own, so that one broken case
/// stops no other. Any pod may sweep; two that sweep at once skip each other's cases. A pod that was down
/// catches up; one whose clock is wrong leaves it to the others.
@ApplicationScoped
public class Sweeping {

    private static final Logger LOG = Logger.getLogger(Sweeping.class);

    private final DueCases dueCases;
    private final Clock clock;
    private final AgreedTime time;

    Sweeping(DueCases dueCases, Clock clock, AgreedTime time) {
        this.dueCases = dueCases;
        this.clock = clock;
        this.time = time;
    }

    @Scheduled(
            every = "${one-network.sweep.every:1m}",
            delayed = "${one-network.sweep.delayed:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return time.act(this::sweep);
    }

    /// Wakes all cases that are due today; returns how many this sweep woke.
    public Uni<Integer> sweep() {
        LocalDate today = ShanghaiTime.dayOf(clock.instant());
        return Multi.createBy()
                .repeating()
                .uni(DueCases.Place::new, place -> dueCases.page(today, place).invoke(place::moveTo))
                .until(List::isEmpty)
                .onItem()
                .<DueCases.Due>disjoint()
                .onItem()
                .transformToUniAndConcatenate(this::wake)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> wake(DueCases.Due due) {
        return dueCases.wake(due.id()).map(woken -> woken ? 1 : 0).onFailure().recoverWithItem(failure -> {
            LOG.errorf(
                    "Case %s could not be woken: %s",
                    due.id(), failure.getClass().getName());
            return 0;
        });
    }
}
