package cn.onenetwork.cases;

import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The cases whose due day rests on a year that has no holiday notice yet.
@ApplicationScoped
class ProvisionalCases {

    /// Before every id.
    static final UUID FIRST = new UUID(0, 0);

    private static final int PAGE = 100;

    private final Cases cases;
    private final CaseDesk desk;

    ProvisionalCases(Cases cases, CaseDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @UnitOfWork(UnitOfWork.Mode.READ)
    Uni<List<UUID>> page(UUID after) {
        return cases.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from service_case where provisional and id > :after order by id limit :most",
                                UUID.class)
                        .setParameter("after", after)
                        .setParameter("most", PAGE)
                        .getResultList());
    }

    /// Reckons one case anew; nothing happens where another pod is at it.
    @UnitOfWork
    Uni<Void> reckonAnew(UUID id) {
        return cases.lockProvisional(id)
                .chain(found -> found == null
                        ? Uni.createFrom().voidItem()
                        : desk.moment(found).chain(moment -> reckonAnew(found, moment)));
    }

    private Uni<Void> reckonAnew(ServiceCase found, Moment moment) {
        Optional<CaseEvent> event = found.reckonAnew(moment);
        return event.isEmpty() ? cases.flush() : desk.settle(found, moment, event.get());
    }
}
