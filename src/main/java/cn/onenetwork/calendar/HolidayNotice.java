package cn.onenetwork.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The State Council's notice on the holidays of one year (国务院办公厅关于部分节假日安排的通知).
///
/// The year is the notice's, not that of each day: the New Year's break of a year may begin in the last days of
/// the year before, so a day belongs to `year` or to the December of `year - 1`.
///
/// @param year the year the notice arranges
/// @param papers addresses of the notice and its amendments; empty while no notice is out
/// @param days only the days that differ from the plain week
public record HolidayNotice(int year, List<String> papers, List<Day> days) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// One day that the notice names.
    ///
    /// @param date the day
    /// @param name the holiday it belongs to, in Chinese
    /// @param off true for a day off, false for a make-up working day (调休上班)
    public record Day(LocalDate date, String name, boolean off) {}

    /// Refuses a notice that names a day twice or a day far from its year, and a published one without any day.
    ///
    /// @throws IllegalArgumentException where the notice contradicts itself
    public HolidayNotice {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
        Set<LocalDate> seen = new HashSet<>();
        for (Day day : days) {
            require(belongsTo(year, day.date()), "The notice of " + year + " cannot arrange " + day.date());
            require(seen.add(day.date()), "The notice of " + year + " names " + day.date() + " twice");
        }
        require(papers.isEmpty() || !days.isEmpty(), "The notice of " + year + " names no day");
    }

    /// Reads the format of the open data set holiday-cn: `{year, papers, days: [{name, date, isOffDay}]}`.
    ///
    /// @throws IllegalArgumentException where the text is not such a notice; the message names the field
    public static HolidayNotice parse(String json) {
        JsonNode notice = tree(json);
        List<String> papers = new ArrayList<>();
        for (JsonNode paper : array(notice, "papers")) {
            require(paper.isTextual(), "papers: text expected");
            papers.add(paper.textValue());
        }
        List<Day> days = new ArrayList<>();
        for (JsonNode day : array(notice, "days")) {
            days.add(parseDay(day));
        }
        JsonNode year = notice.path("year");
        require(year.isInt(), "year: whole number expected");
        return new HolidayNotice(year.intValue(), papers, days);
    }

    /// Whether the notice is out. Until then the data set keeps a placeholder without papers, which arranges
    /// nothing.
    public boolean published() {
        return !papers.isEmpty();
    }

    private static boolean belongsTo(int year, LocalDate date) {
        return date.getYear() == year || (date.getYear() == year - 1 && date.getMonthValue() == 12);
    }

    private static Day parseDay(JsonNode day) {
        JsonNode name = day.path("name");
        JsonNode off = day.path("isOffDay");
        require(name.isTextual(), "days.name: text expected");
        require(off.isBoolean(), "days.isOffDay: true or false expected");
        return new Day(parseDate(day.path("date")), name.textValue(), off.booleanValue());
    }

    private static LocalDate parseDate(JsonNode date) {
        try {
            return LocalDate.parse(date.asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("days.date: date such as 2026-01-01 expected", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A holiday notice is JSON", e);
        }
    }

    private static JsonNode array(JsonNode notice, String field) {
        JsonNode array = notice.path(field);
        require(array.isArray(), field + ": list expected");
        return array;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
