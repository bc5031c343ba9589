package cn.onenetwork.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkingHoursTest {

    private final WorkCalendar calendar = new WorkCalendar(HolidayFiles.read());

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:00:00+08:00, 2026-03-02",
        "2026-03-02T08:59:59+08:00, 2026-03-02",
        "2026-03-02T16:59:59+08:00, 2026-03-02",
        "2026-03-02T17:00:00+08:00, 2026-03-02",
        "2026-03-02T17:00:00.000000001+08:00, 2026-03-03",
        "2026-03-02T23:59:59+08:00, 2026-03-03",
        "2026-03-02T16:30:00Z, 2026-03-03",
        "2026-03-06T17:01:00+08:00, 2026-03-09",
        "2026-03-07T10:00:00+08:00, 2026-03-09",
        "2026-02-13T18:00:00+08:00, 2026-02-14",
        "2026-02-14T10:00:00+08:00, 2026-02-14",
        "2026-02-14T18:00:00+08:00, 2026-02-24",
        "2026-10-03T10:00:00+08:00, 2026-10-08"
    })
    void the_receiving_day_is_the_working_day_of_submission_or_the_next(OffsetDateTime submitted, LocalDate received) {
        assertThat(WorkingHours.DEFAULT.receivingDay(submitted.toInstant(), calendar))
                .isEqualTo(received);
    }

    @Test
    void a_tenant_may_close_later() {
        Instant evening = Instant.parse("2026-03-02T10:30:00Z");
        WorkingHours untilSeven = new WorkingHours(LocalTime.of(8, 0), LocalTime.of(19, 0));

        assertThat(WorkingHours.DEFAULT.receivingDay(evening, calendar)).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(untilSeven.receivingDay(evening, calendar)).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void working_hours_end_after_they_begin() {
        LocalTime noon = LocalTime.NOON;

        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingHours(noon, noon));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T15:59:59.999Z, 2026-03-01", "2026-03-01T16:00:00Z, 2026-03-02"})
    void a_day_begins_at_midnight_in_shanghai(Instant instant, LocalDate day) {
        assertThat(ShanghaiTime.dayOf(instant)).isEqualTo(day);
    }
}
