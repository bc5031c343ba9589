package cn.onenetwork.cases;

import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/// The access log (访问日志): who was given which personal data of a case, and what for. Rows are only ever added.
///
/// It is no part of the case's journal: looking at a case does not change it, and the journal is shown to everyone
/// who works on the case.
@ApplicationScoped
public class AccessLog {

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    /// Writes it down, in a transaction of its own. To be waited for before anything is given: what cannot be
    /// written down is not given.
    @UnitOfWork
    public Uni<Void> record(Access access) {
        return persist(List.of(access));
    }

    /// The same for several at once.
    @UnitOfWork
    public Uni<Void> recordAll(List<Access> accesses) {
        return persist(accesses);
    }

    private Uni<Void> persist(List<Access> accesses) {
        Object[] rows = accesses.stream()
                .map(access -> new AccessRecord(Ids.next(clock.instant()), clock.instant(), access))
                .toArray();
        return Panache.getSession().chain(session -> session.persistAll(rows));
    }
}
