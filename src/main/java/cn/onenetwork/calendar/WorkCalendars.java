package cn.onenetwork.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Holds the calendar in force: at the start of the notices that come with the service, later of those and what
/// was imported.
@ApplicationScoped
public class WorkCalendars {

    private final WorkCalendar builtIn = new WorkCalendar(HolidayFiles.read());

    private volatile WorkCalendar current = builtIn;
    private List<HolidayNotice> adopted = List.of();

    /// The calendar in force. Take it once for one answer: between two calls another may have come into force.
    public WorkCalendar current() {
        return current;
    }

    /// Puts another calendar into force, for everyone who asks from now on. Due days that were `provisional`
    /// are worth reckoning anew.
    public void replace(WorkCalendar calendar) {
        current = calendar;
    }

    /// Puts the notices that come with the service and these into force; the same ones again change nothing.
    synchronized void adopt(List<HolidayNotice> imported) {
        if (!imported.equals(adopted)) {
            adopted = imported;
            WorkCalendar calendar = builtIn;
            for (HolidayNotice notice : imported) {
                calendar = calendar.with(notice);
            }
            replace(calendar);
        }
    }
}
