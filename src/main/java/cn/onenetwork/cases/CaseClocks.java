package cn.onenetwork.cases;

import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.calendar.WorkCalendars;
import jakarta.enterprise.context.ApplicationScoped;

/// The clock that counts by the calendar in force.
@ApplicationScoped
class CaseClocks {

    private final WorkCalendars calendars;

    CaseClocks(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    CaseClock current() {
        return new CaseClock(calendars.current(), WarningLevel.DEFAULT_PERCENT);
    }
}
