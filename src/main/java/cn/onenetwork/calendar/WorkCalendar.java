package cn.onenetwork.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which days are working days (工作日). What a State Council notice says about a day wins, day off or make-up
/// day; otherwise Monday to Friday are worked. Immutable.
///
/// It covers the years 2000 to 2100; a date or a sum beyond them is a [DateTimeException].
public final class WorkCalendar {

    static final LocalDate FIRST_DAY = LocalDate.of(2000, Month.JANUARY, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2100, Month.DECEMBER, 31);

    /// Where the New Year's break of the next year can begin. No notice since 2007 reached further back: the
    /// make-up days 2007-12-29 and 2018-12-29 are the earliest.
    private static final MonthDay NEW_YEARS_REACH = MonthDay.of(Month.DECEMBER, 29);

    private final HolidayNotices notices;

    public WorkCalendar(HolidayNotices notices) {
        this.notices = notices;
    }

    /// One day of the calendar.
    ///
    /// @param date the day
    /// @param working whether it is worked
    /// @param reason `WORKING_DAY`, `MAKE_UP_WORKING_DAY`, `WEEKEND` or `HOLIDAY`
    /// @param name the holiday that a notice names for it, in Chinese; also for a make-up day
    public record CalendarDay(
            LocalDate date,
            boolean working,
            LedgerReason reason,
            @Nullable String name) {}

    /// This calendar with one more notice, which replaces an older one of the same year. A placeholder changes
    /// nothing, see [HolidayNotices#with].
    public WorkCalendar with(HolidayNotice notice) {
        return new WorkCalendar(notices.with(notice));
    }

    /// Whether the day is worked.
    public boolean isWorkday(LocalDate date) {
        HolidayNotice.Day named = notices.day(covered(date));
        return named == null ? !isWeekend(date) : !named.off();
    }

    /// The day, and why it is worked or not.
    public CalendarDay day(LocalDate date) {
        boolean working = isWorkday(date);
        HolidayNotice.Day named = notices.day(date);
        if (named == null) {
            return new CalendarDay(date, working, working ? LedgerReason.WORKING_DAY : LedgerReason.WEEKEND, null);
        }
        LedgerReason work = isWeekend(date) ? LedgerReason.MAKE_UP_WORKING_DAY : LedgerReason.WORKING_DAY;
        return new CalendarDay(date, working, working ? work : LedgerReason.HOLIDAY, named.name());
    }

    /// All days from the first to the last, both included.
    ///
    /// @throws IllegalArgumentException where the last day is before the first
    public List<CalendarDay> days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The last day is not before the first");
        }
        return covered(from).datesUntil(covered(to).plusDays(1)).map(this::day).toList();
    }

    /// Whether the day can still change, because a notice that may name it is not known: that of its own year
    /// and, from 29 December on, that of the next year, whose New Year's break may begin there. Next year's
    /// notice comes out in October or November, so that the last days of December are open for most of the
    /// year.
    public boolean isProvisional(LocalDate date) {
        int year = covered(date).getYear();
        boolean nearNewYear = !MonthDay.from(date).isBefore(NEW_YEARS_REACH);
        return !notices.publishedFor(year) || (nearNewYear && !notices.publishedFor(year + 1));
    }

    /// The last of `workdays` working days; the starting day is not counted, day 1 is the next working day
    /// (民法典 art. 201). Zero gives the starting day itself, also when it is a day of rest.
    ///
    /// @throws IllegalArgumentException where `workdays` is negative
    public LocalDate addWorkdays(LocalDate from, long workdays) {
        if (workdays < 0) {
            throw new IllegalArgumentException("Working days are added, not taken away");
        }
        LocalDate day = covered(from);
        long left = workdays;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkday(day)) {
                left--;
            }
        }
        return day;
    }

    /// The first working day after this day.
    public LocalDate nextWorkday(LocalDate date) {
        return addWorkdays(date, 1);
    }

    /// This day if it is worked, else the next working day: a period that would end on a day of rest ends there
    /// (民法典 art. 203).
    public LocalDate rollForward(LocalDate date) {
        return isWorkday(date) ? date : nextWorkday(date);
    }

    /// The number of working days after `fromExclusive` up to and with `toInclusive`; negative when the two are
    /// the other way round.
    public int workdaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        if (toInclusive.isBefore(fromExclusive)) {
            return -workdaysBetween(toInclusive, fromExclusive);
        }
        LocalDate end = covered(toInclusive).plusDays(1);
        return (int) covered(fromExclusive)
                .plusDays(1)
                .datesUntil(end)
                .filter(this::isWorkday)
                .count();
    }

    /// Whether a day after `startDay` up to `last`, or `last` itself, can still change.
    boolean isProvisional(LocalDate startDay, LocalDate last) {
        return isProvisional(last)
                || startDay.plusDays(1).datesUntil(last.plusDays(1)).anyMatch(this::isProvisional);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static LocalDate covered(LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw new DateTimeException("The work calendar covers " + FIRST_DAY + " to " + LAST_DAY + ", not " + date);
        }
        return date;
    }
}
