package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The cases whose day has come.
@ApplicationScoped
class DueCases {

    /// Reads the due cases by the index on the day they wake, and no others.
    static final String DUE = """
            select id, wake_on from service_case
            where wake_on <= :today and (wake_on, id) > (:day, :id)
            order by wake_on, id limit :most
            """;

    private static final int PAGE = 100;
    private static final LocalDate BEGINNING = LocalDate.EPOCH;
    private static final UUID FIRST = new UUID(0, 0);

    private final Cases cases;
    private final CaseDesk desk;
    private final Clock clock;

    DueCases(Cases cases, CaseDesk desk, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.clock = clock;
    }

    /// The next page of due cases; memory does not grow with their number.
    @UnitOfWork(UnitOfWork.Mode.READ)
    Uni<List<Due>> page(LocalDate today, Place after) {
        return cases.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("today", today)
                        .setParameter("day", after.day)
                        .setParameter("id", after.id)
                        .setParameter("most", PAGE)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Due((UUID) row[0], (LocalDate) row[1]))
                        .toList());
    }

    /// Lets time act on one case; false where nothing was done, because another pod is at it, or somebody was
    /// faster.
    @UnitOfWork
    Uni<Boolean> wake(UUID id) {
        return cases.lockDue(id, ShanghaiTime.dayOf(clock.instant()))
                .chain(found -> found == null
                        ? Uni.createFrom().item(false)
                        : desk.moment(found)
                                .chain(moment -> tick(found, moment))
                                .replaceWith(true));
    }

    private Uni<Void> tick(ServiceCase found, Moment moment) {
        Optional<CaseEvent> event = found.tick(moment);
        return event.isEmpty()
                ? cases.flush()
                : desk.settle(found, moment, event.get()).chain(() -> tick(found, moment));
    }

    /// A case, and the day it wakes.
    record Due(UUID id, LocalDate wakeOn) {}

    /// How far a sweep has got, so that a case that cannot be woken is not read again and again.
    static final class Place {

        private LocalDate day = BEGINNING;
        private UUID id = FIRST;

        void moveTo(List<Due> page) {
            if (!page.isEmpty()) {
                day = page.getLast().wakeOn();
                id = page.getLast().id();
            }
        }
    }
}
