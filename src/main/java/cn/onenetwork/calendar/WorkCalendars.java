package cn.onenetwork.calendar;

import jakarta.enterprise.context.ApplicationScoped;

/// Holds the calendar in force: at the start of the notices that come with the service, later of those and what
/// was imported.
@ApplicationScoped
public class WorkCalendars {

    private volatile WorkCalendar current = new WorkCalendar(HolidayFiles.read());

    /// The calendar in force. Take it once for one answer: between two calls another may have come into force.
    public WorkCalendar current() {
        return current;
    }

    /// Puts another calendar into force, for everyone who asks from now on. Due days that were `provisional`
    /// are worth reckoning anew.
    public void replace(WorkCalendar calendar) {
        current = calendar;
    }
}
