package cn.onenetwork.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import cn.onenetwork.calendar.WorkCalendar.CalendarDay;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkCalendarTest {

    private final WorkCalendar calendar = new WorkCalendar(HolidayFiles.read());

    @Test
    void every_day_of_2021_to_2026_is_what_the_notices_say() throws IOException {
        Map<LocalDate, Boolean> named = new HashMap<>();
        for (int year = 2021; year <= 2026; year++) {
            try (InputStream file = getClass().getResourceAsStream("/holidays/" + year + ".json")) {
                for (JsonNode day : new ObjectMapper().readTree(file).get("days")) {
                    named.put(
                            LocalDate.parse(day.get("date").asText()),
                            !day.get("isOffDay").asBoolean());
                }
            }
        }
        Set<DayOfWeek> week =
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

        assertThat(named).hasSize(218);
        for (LocalDate day = LocalDate.of(2021, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            boolean expected = named.getOrDefault(day, week.contains(day.getDayOfWeek()));
            assertThat(calendar.isWorkday(day)).as("%s", day).isEqualTo(expected);
            assertThat(calendar.day(day).working()).as("%s", day).isEqualTo(expected);
            assertThat(calendar.day(day).name() != null).as("%s", day).isEqualTo(named.containsKey(day));
        }
    }

    /// Totals as literals, so that a notice that is lost, doubled or changed by mistake shows at once.
    @ParameterizedTest
    @CsvSource({"2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void a_year_has_so_many_working_days(int year, int workdays) {
        assertThat(calendar.workdaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workdays);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09",
                "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14",
                "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"
            })
    void a_make_up_day_is_worked_although_it_is_a_weekend(LocalDate date) {
        CalendarDay day = calendar.day(date);

        assertThat(date.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(day.working()).isTrue();
        assertThat(day.reason()).isEqualTo(LedgerReason.MAKE_UP_WORKING_DAY);
        assertThat(day.name()).isNotBlank();
    }

    @Test
    void new_years_eve_2024_02_09_was_a_normal_working_day() {
        LocalDate eve = LocalDate.of(2024, 2, 9);

        assertThat(calendar.day(eve)).isEqualTo(new CalendarDay(eve, true, LedgerReason.WORKING_DAY, null));
    }

    @Test
    void the_last_day_of_2022_is_off_by_the_notice_of_2023() {
        LocalDate day = LocalDate.of(2022, 12, 31);

        assertThat(calendar.day(day)).isEqualTo(new CalendarDay(day, false, LedgerReason.HOLIDAY, "元旦"));
    }

    @Test
    void a_plain_weekend_has_no_name_and_a_holiday_on_a_weekend_is_a_holiday() {
        assertThat(calendar.days(LocalDate.of(2026, 2, 7), LocalDate.of(2026, 2, 8)))
                .extracting(CalendarDay::reason, CalendarDay::name)
                .containsOnly(tuple(LedgerReason.WEEKEND, null));
        assertThat(calendar.day(LocalDate.of(2026, 2, 15)).reason()).isEqualTo(LedgerReason.HOLIDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-01, 7, 2022-03-10",
        "2022-01-28, 5, 2022-02-09",
        "2022-09-30, 5, 2022-10-12",
        "2025-09-26, 5, 2025-10-10",
        "2026-02-13, 5, 2026-02-27",
        "2026-09-30, 1, 2026-10-08",
        "2022-04-01, 1, 2022-04-02",
        "2026-02-14, 0, 2026-02-14",
        "2026-02-21, 0, 2026-02-21"
    })
    void so_many_working_days_later(LocalDate from, int workdays, LocalDate last) {
        assertThat(calendar.addWorkdays(from, workdays)).isEqualTo(last);
        assertThat(calendar.workdaysBetween(from, last)).isEqualTo(workdays);
        assertThat(calendar.workdaysBetween(last, from)).isEqualTo(-workdays);
    }

    @Test
    void ten_thousand_working_days_are_two_thousand_plain_weeks() {
        LocalDate tuesday = LocalDate.of(2030, 1, 1);

        assertThat(calendar.addWorkdays(tuesday, 10_000)).isEqualTo(tuesday.plusWeeks(2_000));
        assertThat(calendar.workdaysBetween(tuesday, tuesday.plusWeeks(2_000))).isEqualTo(10_000);
    }

    @Test
    void a_day_of_rest_rolls_forward_and_a_working_day_stays() {
        LocalDate friday = LocalDate.of(2026, 2, 13);
        LocalDate springFestival = LocalDate.of(2026, 2, 17);

        assertThat(calendar.rollForward(friday)).isEqualTo(friday);
        assertThat(calendar.rollForward(springFestival)).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(calendar.nextWorkday(friday)).isEqualTo(LocalDate.of(2026, 2, 14));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-12-31, true",
        "2021-01-01, false",
        "2022-12-31, false",
        "2025-12-31, false",
        "2026-12-28, false",
        "2026-12-29, true",
        "2026-12-31, true",
        "2027-01-01, true",
        "2027-06-15, true"
    })
    void a_day_is_provisional_while_a_notice_may_still_name_it(LocalDate date, boolean provisional) {
        assertThat(calendar.isProvisional(date)).isEqualTo(provisional);
    }

    @Test
    void the_notice_of_2027_makes_its_days_and_the_end_of_2026_certain() {
        WorkCalendar later = calendar.with(HolidayNotice.parse("""
            {"year": 2027, "papers": ["notice"], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}\
            """));

        assertThat(later.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(later.isProvisional(LocalDate.of(2027, 12, 28))).isFalse();
        assertThat(later.isProvisional(LocalDate.of(2027, 12, 29))).isTrue();
        assertThat(later.isWorkday(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void beyond_2000_to_2100_the_calendar_refuses() {
        LocalDate last = LocalDate.of(2100, 12, 31);

        assertThat(calendar.isWorkday(last)).isTrue();
        for (LocalDate outside : new LocalDate[] {LocalDate.of(1999, 12, 31), LocalDate.of(2101, 1, 1)}) {
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> calendar.day(outside))
                    .withMessageContaining("2000-01-01 to 2100-12-31");
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> calendar.workdaysBetween(last, outside));
        }
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> calendar.nextWorkday(last));
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> calendar.addWorkdays(LocalDate.of(2026, 1, 1), Integer.MAX_VALUE));
    }

    @Test
    void working_days_are_not_taken_away_and_days_do_not_run_backwards() {
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> calendar.addWorkdays(day, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.days(day, day.minusDays(1)));
    }
}
