package cn.onenetwork.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkCalendarsTest {

    private final WorkCalendars calendars = new WorkCalendars();

    @Test
    void the_calendar_at_the_start_knows_the_notices_that_come_with_the_service() {
        assertThat(calendars.current().isWorkday(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(calendars.current().isProvisional(LocalDate.of(2026, 10, 1))).isFalse();
    }

    @Test
    void a_replaced_calendar_is_in_force_for_whoever_asks_next() {
        WorkCalendar plainWeeks = new WorkCalendar(HolidayNotices.NONE);

        calendars.replace(plainWeeks);

        assertThat(calendars.current()).isSameAs(plainWeeks);
    }
}
