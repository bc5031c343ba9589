package cn.onenetwork.cases;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.Pause;
import cn.onenetwork.calendar.Reckoning;
import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// When a case is due: receipt and the one-off notice within five working days of the receiving day
/// (Administrative Licensing Law art. 32), the decision within the promised limit from the day after acceptance
/// (art. 42), delivery within ten working days of the decision (art. 44).
record CaseClock(WorkCalendar calendar, CaseRules rules) {

    /// The day on which an application counts as having come in.
    LocalDate receivingDay(Instant submittedAt) {
        return rules.hours().receivingDay(submittedAt, calendar);
    }

    Due receipt(LocalDate receivingDay, List<Pause> pauses, LocalDate today) {
        return due(new Reckoning(receivingDay, rules.receipt(), 0, pauses), today);
    }

    /// The first day after the pre-review, in which the window should look at an application.
    LocalDate unseenOn(LocalDate receivingDay) {
        return calendar.addWorkdays(receivingDay, rules.preReview().value()).plusDays(1);
    }

    Due decision(Reckoning reckoning, LocalDate today) {
        return due(reckoning, today);
    }

    Due delivery(LocalDate decidedOn, LocalDate today) {
        return due(Reckoning.of(decidedOn, rules.delivery()), today);
    }

    /// The last day of an applicant's own limit.
    LocalDate answerBy(LocalDate from, Limit limit) {
        return calendar.addWorkdays(from, limit.value());
    }

    private Due due(Reckoning reckoning, LocalDate today) {
        Reckoning.Deadline deadline = reckoning.deadline(calendar, today);
        LocalDate last = deadline.dueOn();
        LocalDate yellow = last;
        while (yellow.isAfter(reckoning.acceptedOn()) && warnsOn(yellow.minusDays(1), last, reckoning.limit())) {
            yellow = yellow.minusDays(1);
        }
        return new Due(last, yellow, deadline.provisional());
    }

    private boolean warnsOn(LocalDate day, LocalDate last, Limit limit) {
        return WarningLevel.of(calendar.workdaysBetween(day, last), limit, rules.yellowPercent()) != WarningLevel.GREEN;
    }
}
