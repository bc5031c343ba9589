package cn.onenetwork.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The holiday notices that are out, one for each year. Immutable.
public final class HolidayNotices {

    /// No notice at all: every week is a plain one, every day provisional.
    public static final HolidayNotices NONE = new HolidayNotices(new TreeMap<>());

    private final SortedMap<Integer, HolidayNotice> byYear;
    private final Map<LocalDate, HolidayNotice.Day> byDate;

    private HolidayNotices(SortedMap<Integer, HolidayNotice> byYear) {
        this.byYear = byYear;
        this.byDate = new HashMap<>();
        // In the order of the years: where two notices name the same day of December, the later one knows better.
        for (HolidayNotice notice : byYear.values()) {
            notice.days().forEach(day -> byDate.put(day.date(), day));
        }
    }

    /// These notices and one more, which replaces an older one of the same year: the State Council amends its
    /// notices, as in 2019. A placeholder that is not published says nothing, so it changes nothing and
    /// replaces nothing.
    public HolidayNotices with(HolidayNotice notice) {
        if (!notice.published()) {
            return this;
        }
        SortedMap<Integer, HolidayNotice> years = new TreeMap<>(byYear);
        years.put(notice.year(), notice);
        return new HolidayNotices(years);
    }

    /// The years whose notice is out, ascending.
    public List<Integer> years() {
        return List.copyOf(byYear.keySet());
    }

    boolean publishedFor(int year) {
        return byYear.containsKey(year);
    }

    /// What the notices say about a day; null where they leave the plain week alone.
    HolidayNotice.@Nullable Day day(LocalDate date) {
        return byDate.get(date);
    }
}
