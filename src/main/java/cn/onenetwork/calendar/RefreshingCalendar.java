package cn.onenetwork.calendar;

import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Brings imported notices into force on this pod: at once on the one that imported them, on the others within a
/// minute.
@ApplicationScoped
public class RefreshingCalendar {

    private final ImportedNotices notices;
    private final WorkCalendars calendars;

    RefreshingCalendar(ImportedNotices notices, WorkCalendars calendars) {
        this.notices = notices;
        this.calendars = calendars;
    }

    @Scheduled(
            every = "${one-network.calendar.refresh-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Void> refresh() {
        return notices.all().invoke(calendars::adopt).replaceWithVoid();
    }
}
