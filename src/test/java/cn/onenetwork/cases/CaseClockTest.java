package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.WorkCalendars;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseClockTest {

    private final CaseClock clock = new CaseClock(new WorkCalendars().current(), 20);

    @Test
    void counts_the_promise_from_the_working_day_after_acceptance() {
        assertThat(clock.decision(LocalDate.of(2022, 3, 1), Limit.workingDays(7))
                        .on())
                .isEqualTo(LocalDate.of(2022, 3, 10));
    }

    @Test
    void warns_when_a_fifth_of_the_limit_is_left() {
        Due due = clock.decision(LocalDate.of(2026, 3, 2), Limit.workingDays(10));

        assertThat(due.on()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(due.yellowOn())
                .as("two of ten working days are left from Thursday on")
                .isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    void warns_from_the_first_day_of_a_limit_of_one_day() {
        Due due = clock.decision(LocalDate.of(2026, 3, 2), Limit.workingDays(1));

        assertThat(due).isEqualTo(new Due(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 2)));
    }

    @Test
    void receives_an_application_of_the_evening_on_the_next_working_day() {
        LocalDate friday = clock.receivingDay(Instant.parse("2026-02-13T08:59:00Z"));
        LocalDate friday_evening = clock.receivingDay(Instant.parse("2026-02-13T09:30:00Z"));

        assertThat(friday).isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(friday_evening)
                .as("Saturday 14 February 2026 is worked to make up for the Spring Festival")
                .isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(clock.receipt(friday).on()).isEqualTo(LocalDate.of(2026, 2, 27));
    }
}
