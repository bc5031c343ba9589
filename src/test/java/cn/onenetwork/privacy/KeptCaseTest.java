package cn.onenetwork.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.ClosureKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptCaseTest {

    private static final Instant CHANGED = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-05-31T17:00:00Z");

    @ParameterizedTest(name = "{0}, {1}, accepted {2}, closed {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            DRAFT,               -,                 false, false, DRAFT
            SUBMITTED,           -,                 false, false, CASE_IN_PROGRESS
            PRE_REVIEW_RETURNED, -,                 false, false, CASE_IN_PROGRESS
            UNDER_REVIEW,        -,                 true,  false, CASE_IN_PROGRESS
            DELIVERING,          LICENCE_ISSUED,    true,  false, CASE_IN_PROGRESS
            WITHDRAWN,           VOIDED,            false, true,  WITHDRAWN_APPLICATION
            ARCHIVED,            VOIDED,            false, true,  WITHDRAWN_APPLICATION
            WITHDRAWN,           VOIDED,            true,  true,  CASE_FILE
            NOT_ACCEPTED,        RETURNED,          false, true,  CASE_FILE
            LAPSED,              SUPPLEMENT_LAPSED, false, true,  CASE_FILE
            COMPLETED,           CLOSED_OTHER,      true,  true,  CASE_FILE
            COMPLETED,           LICENCE_ISSUED,    true,  true,  LICENCE_FILE
            ARCHIVED,            LICENCE_ISSUED,    true,  true,  LICENCE_FILE
            """)
    void a_case_belongs_to_one_class_of_data(
            CaseStatus status, ClosureKind closure, boolean accepted, boolean closed, DataClass expected) {
        assertThat(one(status, closure, accepted, closed).dataClass()).isEqualTo(expected);
    }

    @Test
    void the_time_runs_from_the_end_in_Shanghai_and_without_one_from_the_last_change() {
        RetentionRule rule = RetentionRule.of(
                DataClass.CASE_FILE, Period.ofYears(10), RetentionBasis.ARCHIVES_LAW, RetentionEnd.APPRAISED);

        assertThat(rule.lastDay(one(CaseStatus.COMPLETED, ClosureKind.CLOSED_OTHER, true, true)
                        .since()))
                .isEqualTo(LocalDate.parse("2036-06-01"));
        assertThat(rule.lastDay(one(CaseStatus.DRAFT, null, false, false).since()))
                .isEqualTo(LocalDate.parse("2036-03-01"));
        assertThat(rule.lastDay(null)).isNull();
    }

    @Test
    void what_is_being_handled_has_no_last_day() {
        RetentionRule rule =
                RetentionRule.of(DataClass.CASE_IN_PROGRESS, null, RetentionBasis.STATUTORY_DUTY, RetentionEnd.FILED);

        assertThat(rule.lastDay(CHANGED)).isNull();
        assertThat(rule.kept()).isNull();
        assertThat(rule.erasable()).isFalse();
    }

    private static KeptCase one(CaseStatus status, ClosureKind closure, boolean accepted, boolean closed) {
        return new KeptCase(UUID.randomUUID(), null, status, closure, accepted, CHANGED, closed ? CLOSED : null);
    }
}
