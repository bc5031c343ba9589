package cn.onenetwork.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to the clock of a limit since acceptance; from it follow the due day and the ledger that
/// explains it.
///
/// The due day is `limit + extension + paused` days after acceptance, where overlapping pauses take a day only
/// once. Hence, for a limit in working days, the days left are always the limit and its extension less the days
/// that counted: a pause neither shortens what is left nor cures a limit that had already run out.
///
/// A closed case is reckoned as of the day it closed: that day is its `today`.
///
/// @param acceptedOn the day of acceptance (受理), which is not counted
/// @param limit the promised or the statutory limit
/// @param extensionWorkdays working days granted on top (延期, 行政许可法 art. 42), zero or more; also where
///     the limit is in natural days
/// @param pauses in any order, overlapping or not; what lies before acceptance has no effect
public record Reckoning(LocalDate acceptedOn, Limit limit, int extensionWorkdays, List<Pause> pauses) {

    /// Where a case stands with its limit.
    ///
    /// @param dueOn the last day, until 24:00 in Shanghai; while a pause is open, as if it ended today
    /// @param remainingWorkdays working days after today up to the due day; negative once overdue by working
    ///     days
    /// @param paused whether the clock stands still today
    /// @param provisional whether a day of the reckoning can still change, see [WorkCalendar#isProvisional]
    /// @param dueOnIfAnsweredToday the due day if the applicant's answer came today; null where none is awaited
    public record Deadline(
            LocalDate dueOn,
            int remainingWorkdays,
            boolean paused,
            boolean provisional,
            @Nullable LocalDate dueOnIfAnsweredToday) {}

    /// One calendar day since acceptance: did it count, and why.
    public record LedgerDay(LocalDate date, boolean counts, LedgerReason reason) {}

    public Reckoning {
        if (extensionWorkdays < 0) {
            throw new IllegalArgumentException("An extension is not negative");
        }
        // Sorted, so that the same pauses make the same reckoning in whatever order they are told.
        pauses = pauses.stream().sorted(Pause.BY_START).toList();
    }

    /// A limit without extension or pause.
    public static Reckoning of(LocalDate startDay, Limit limit) {
        return new Reckoning(startDay, limit, 0, List.of());
    }

    /// Where the case stands today. Before the day of acceptance the whole limit is left.
    public Deadline deadline(WorkCalendar calendar, LocalDate today) {
        LocalDate dueOn = dueOn(calendar, today);
        LocalDate from = today.isBefore(acceptedOn) ? acceptedOn : today;
        boolean awaited = pauses.stream().anyMatch(p -> p.kind() == Pause.Kind.SUPPLEMENT && p.isOpen(today));
        return new Deadline(
                dueOn,
                calendar.workdaysBetween(from, dueOn),
                pauses.stream().anyMatch(p -> p.isOpen(today)),
                calendar.isProvisional(acceptedOn, dueOn),
                awaited ? dueOn : null);
    }

    /// Every calendar day from acceptance through today; empty before acceptance.
    public List<LedgerDay> ledger(WorkCalendar calendar, LocalDate today) {
        return ledger(calendar, today, today);
    }

    /// Every calendar day from acceptance through the due day as of today, those to come included.
    public List<LedgerDay> ledgerToDueDay(WorkCalendar calendar, LocalDate today) {
        return ledger(calendar, today, dueOn(calendar, today));
    }

    private LocalDate dueOn(WorkCalendar calendar, LocalDate today) {
        LocalDate start = naturalDaysEnd(calendar, today);
        long workdays = inNaturalDays()
                ? extensionWorkdays
                : (long) limit.value() + extensionWorkdays + pausedDays(calendar, today);
        return calendar.rollForward(calendar.addWorkdays(start, workdays));
    }

    /// The day until which every calendar day counts: the start day itself for a limit in working days.
    private LocalDate naturalDaysEnd(WorkCalendar calendar, LocalDate today) {
        return inNaturalDays()
                ? calendar.rollForward(acceptedOn.plusDays(limit.value() + pausedDays(calendar, today)))
                : acceptedOn;
    }

    /// The days that the pauses take from the limit, in the limit's own unit. Day by day, hence each day once.
    private long pausedDays(WorkCalendar calendar, LocalDate today) {
        LocalDate last = pauses.stream()
                .map(pause -> pause.lastDay(today))
                .max(Comparator.naturalOrder())
                .filter(acceptedOn::isBefore)
                .orElse(acceptedOn);
        return acceptedOn
                .plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> pauseOver(day, today).isPresent())
                .filter(day -> inNaturalDays() || calendar.isWorkday(day))
                .count();
    }

    /// The pause that takes the day; of several the one that started first.
    private Optional<Pause> pauseOver(LocalDate date, LocalDate today) {
        return pauses.stream().filter(pause -> pause.takes(date, today)).findFirst();
    }

    private List<LedgerDay> ledger(WorkCalendar calendar, LocalDate today, LocalDate last) {
        if (last.isBefore(acceptedOn)) {
            return List.of();
        }
        LocalDate naturalDaysEnd = naturalDaysEnd(calendar, today);
        return acceptedOn
                .datesUntil(last.plusDays(1))
                .map(date -> ledgerDay(calendar.day(date), !date.isAfter(naturalDaysEnd), today))
                .toList();
    }

    /// A pause is the reason only for a day that would have counted: a weekend inside a pause stays a weekend,
    /// unless the limit counts weekends.
    private LedgerDay ledgerDay(WorkCalendar.CalendarDay day, boolean everyDayCounts, LocalDate today) {
        if (day.date().equals(acceptedOn)) {
            return new LedgerDay(day.date(), false, LedgerReason.START_DAY);
        }
        if (!day.working() && !everyDayCounts) {
            return new LedgerDay(day.date(), false, day.reason());
        }
        return pauseOver(day.date(), today)
                .map(pause -> new LedgerDay(day.date(), false, pause.kind().reason()))
                .orElseGet(() -> new LedgerDay(day.date(), true, day.reason()));
    }

    private boolean inNaturalDays() {
        return limit.unit() == Limit.LimitUnit.NATURAL_DAY;
    }
}
