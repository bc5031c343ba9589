package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WorkCalendars;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads how a case stands without asking who wants to know: only for those who were asked for a secret of the
/// case before.
@ApplicationScoped
public class CaseProgressReading {

    private final Cases cases;
    private final CaseJournal journal;
    private final ServiceItems items;
    private final WorkCalendars calendars;
    private final AccessLog log;
    private final Clock clock;

    CaseProgressReading(
            Cases cases, CaseJournal journal, ServiceItems items, WorkCalendars calendars, AccessLog log, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.items = items;
        this.calendars = calendars;
        this.log = log;
        this.clock = clock;
    }

    /// How the case stands; null where there is none, or only a draft.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<@Nullable CaseProgress> of(UUID id, Caller reader) {
        return cases.<ServiceCase>findById(id)
                .chain(found -> found == null || found.status() == CaseStatus.DRAFT
                        ? Uni.createFrom().nullItem()
                        : progress(found, reader));
    }

    private Uni<@Nullable CaseProgress> progress(ServiceCase found, Caller reader) {
        log.enquired(reader, found.id(), found.owner());
        return items.version(found.itemKey().taskCode(), found.itemKey().version())
                .chain(item -> journal.steps(found.id(), CaseProgress.STEPS)
                        .map(steps -> CaseProgress.of(found, deadline(found, item), steps)));
    }

    private @Nullable CaseDeadline deadline(ServiceCase found, ServiceItem item) {
        Instant now = clock.instant();
        return CaseDates.of(found).deadline(item, calendars.current(), ShanghaiTime.dayOf(now));
    }
}
