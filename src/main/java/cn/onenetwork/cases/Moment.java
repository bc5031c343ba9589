package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.catalogue.ServiceItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What a verb needs to know of the world: the item version the case was filed under, the calendar in force,
/// and now.
record Moment(ServiceItem item, WorkCalendar calendar, Instant now) {

    /// The database keeps microseconds, and the journal's hashes must be the same when they are read back.
    Moment {
        now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /// The same, unless it were earlier than that.
    Moment notBefore(@Nullable Instant earliest) {
        return earliest == null || !now.isBefore(earliest) ? this : new Moment(item, calendar, earliest);
    }

    LocalDate today() {
        return ShanghaiTime.dayOf(now);
    }

    CaseClock clock() {
        return new CaseClock(calendar, CaseRules.of(item.tenant()));
    }
}
