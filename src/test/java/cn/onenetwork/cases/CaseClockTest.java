package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.Reckoning;
import cn.onenetwork.catalogue.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseClockTest {

    private final CaseClock clock = clock(Map.of());

    @Test
    void counts_the_promise_from_the_working_day_after_acceptance() {
        LocalDate acceptance = LocalDate.of(2022, 3, 1);

        assertThat(clock.decision(Reckoning.of(acceptance, Limit.workingDays(7)), acceptance)
                        .on())
                .isEqualTo(LocalDate.of(2022, 3, 10));
    }

    @Test
    void warns_when_a_fifth_of_the_limit_is_left() {
        LocalDate acceptance = LocalDate.of(2026, 3, 2);
        Due due = clock.decision(Reckoning.of(acceptance, Limit.workingDays(10)), acceptance);

        assertThat(due.on()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(due.yellowOn())
                .as("two of ten working days are left from Thursday on")
                .isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    void warns_from_the_first_day_of_a_limit_of_one_day() {
        LocalDate acceptance = LocalDate.of(2026, 3, 2);

        assertThat(clock.decision(Reckoning.of(acceptance, Limit.workingDays(1)), acceptance))
                .isEqualTo(new Due(LocalDate.of(2026, 3, 3), acceptance, false));
    }

    @Test
    void says_that_a_day_is_provisional_while_the_notice_of_its_year_is_not_out() {
        LocalDate acceptance = LocalDate.of(2026, 12, 20);

        assertThat(clock.decision(Reckoning.of(acceptance, Limit.workingDays(20)), acceptance)
                        .provisional())
                .isTrue();
    }

    @Test
    void receives_an_application_of_the_evening_on_the_next_working_day() {
        LocalDate friday = clock.receivingDay(Instant.parse("2026-02-13T08:59:00Z"));
        LocalDate friday_evening = clock.receivingDay(Instant.parse("2026-02-13T09:30:00Z"));

        assertThat(friday).isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(friday_evening)
                .as("Saturday 14 February 2026 is worked to make up for the Spring Festival")
                .isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(clock.receipt(friday, List.of(), friday).on()).isEqualTo(LocalDate.of(2026, 2, 27));
    }

    @Test
    void keeps_the_working_hours_that_a_tenant_sets() {
        CaseClock late = clock(Map.of("workingHours", "08:30-20:00"));

        assertThat(late.receivingDay(Instant.parse("2026-03-02T11:59:00Z"))).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(late.receivingDay(Instant.parse("2026-03-02T12:01:00Z"))).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void takes_the_limits_that_a_tenant_sets_and_those_of_the_law_where_it_sets_none() {
        CaseRules own = CaseRules.of(tenant(Map.of("supplementWorkdays", 20, "archiveAfterDays", 30)));
        CaseRules law = CaseRules.of(tenant(Map.of()));

        assertThat(own.supplement()).isEqualTo(Limit.workingDays(20));
        assertThat(own.archiveDays()).isEqualTo(30);
        assertThat(law.preReview()).isEqualTo(Limit.workingDays(1));
        assertThat(law.receipt()).isEqualTo(Limit.workingDays(5));
        assertThat(law.delivery()).isEqualTo(Limit.workingDays(10));
        assertThat(law.supplement()).isEqualTo(Limit.workingDays(15));
        assertThat(law.returned()).isEqualTo(Limit.workingDays(30));
        assertThat(law.archiveDays()).isEqualTo(90);
    }

    @Test
    void takes_a_setting_that_makes_no_sense_as_not_set() {
        CaseRules law = CaseRules.of(tenant(Map.of()));

        assertThat(CaseRules.of(tenant(Map.of(
                        "supplementWorkdays", -1,
                        "oneOffNoticeWorkdays", 1_000_000,
                        "warningYellowPercent", 101,
                        "archiveAfterDays", "soon",
                        "workingHours", "17:00-09:00"))))
                .isEqualTo(law);
        assertThat(CaseRules.of(tenant(Map.of("workingHours", "25:00-26:00")))).isEqualTo(law);
    }

    private static CaseClock clock(Map<String, Object> settings) {
        return new CaseClock(ServiceCaseFixture.CALENDAR, CaseRules.of(tenant(settings)));
    }

    private static Tenant tenant(Map<String, Object> settings) {
        return new Tenant(
                "t", "t", "t", "520198", null, "COUNTY", "DISTRICT", new HashMap<>(settings), List.of(), List.of());
    }
}
