package cn.onenetwork.cases;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.Reckoning;
import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.calendar.WorkingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// When a case is due: receipt and the one-off notice within five working days of the receiving day
/// (Administrative Licensing Law art. 32), the decision within the limit that the item promises, from the day
/// after acceptance (art. 42).
///
/// @param yellowPercent the share of a limit, in percent, from which a case counts as due soon
record CaseClock(WorkCalendar calendar, int yellowPercent) {

    private static final Limit RECEIPT = Limit.workingDays(5);

    /// The day on which an application counts as having come in.
    LocalDate receivingDay(Instant submittedAt) {
        return WorkingHours.DEFAULT.receivingDay(submittedAt, calendar);
    }

    Due receipt(LocalDate receivingDay) {
        return due(receivingDay, RECEIPT);
    }

    Due decision(LocalDate acceptedOn, Limit promised) {
        return due(acceptedOn, promised);
    }

    private Due due(LocalDate from, Limit limit) {
        LocalDate last = new Reckoning(from, limit, 0, List.of())
                .deadline(calendar, from)
                .dueOn();
        LocalDate yellow = last;
        while (yellow.isAfter(from) && warnsOn(yellow.minusDays(1), last, limit)) {
            yellow = yellow.minusDays(1);
        }
        return new Due(last, yellow);
    }

    private boolean warnsOn(LocalDate day, LocalDate last, Limit limit) {
        return WarningLevel.of(calendar.workdaysBetween(day, last), limit, yellowPercent) != WarningLevel.GREEN;
    }
}
