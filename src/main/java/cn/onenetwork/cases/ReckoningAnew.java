package cn.onenetwork.cases;

import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.calendar.WorkCalendars;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reckons provisional due days anew when another calendar came into force, and once after the start, each case in a
/// transaction of its own.
@ApplicationScoped
public class ReckoningAnew {

    private static final Logger LOG = Logger.getLogger(ReckoningAnew.class);

    private final ProvisionalCases provisional;
    private final WorkCalendars calendars;
    private volatile @Nullable WorkCalendar reckonedWith;

    ReckoningAnew(ProvisionalCases provisional, WorkCalendars calendars) {
        this.provisional = provisional;
        this.calendars = calendars;
    }

    @Scheduled(
            every = "${one-network.calendar.refresh-every:1m}",
            delayed = "${one-network.sweep.delayed:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return reckon();
    }

    /// Does it, if the calendar is another one than the last time.
    public Uni<Void> reckon() {
        WorkCalendar calendar = calendars.current();
        return calendar == reckonedWith ? Uni.createFrom().voidItem() : all().invoke(() -> reckonedWith = calendar);
    }

    private Uni<Void> all() {
        return Multi.createBy()
                .repeating()
                .uni(Place::new, place -> provisional.page(place.after).invoke(place::moveTo))
                .until(List::isEmpty)
                .onItem()
                .<UUID>disjoint()
                .onItem()
                .transformToUniAndConcatenate(this::one)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> one(UUID id) {
        return provisional.reckonAnew(id).onFailure().recoverWithItem(failure -> {
            LOG.errorf(
                    "Case %s could not be reckoned anew: %s",
                    id, failure.getClass().getName());
            return null;
        });
    }

    /// How far a run has got.
    private static final class Place {

        private UUID after = ProvisionalCases.FIRST;

        void moveTo(List<UUID> page) {
            if (!page.isEmpty()) {
                after = page.getLast();
            }
        }
    }
}
