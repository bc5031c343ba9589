package cn.onenetwork.calendar;

import static cn.onenetwork.calendar.LedgerReason.HOLIDAY;
import static cn.onenetwork.calendar.LedgerReason.MAKE_UP_WORKING_DAY;
import static cn.onenetwork.calendar.LedgerReason.SPECIAL_PROCEDURE;
import static cn.onenetwork.calendar.LedgerReason.START_DAY;
import static cn.onenetwork.calendar.LedgerReason.SUPPLEMENT;
import static cn.onenetwork.calendar.LedgerReason.WEEKEND;
import static cn.onenetwork.calendar.LedgerReason.WORKING_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.onenetwork.calendar.Reckoning.Deadline;
import cn.onenetwork.calendar.Reckoning.LedgerDay;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// March 2026 has plain weeks only: the 2nd, 9th, 16th and 23rd are Mondays.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReckoningTest {

    private static final LocalDate ACCEPTED = march(2);
    private static final Limit SEVEN = Limit.workingDays(7);

    private final WorkCalendar calendar = new WorkCalendar(HolidayFiles.read());

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }

    private static Pause supplement(LocalDate start, @Nullable LocalDate end) {
        return new Pause(Pause.Kind.SUPPLEMENT, start, end);
    }

    private static Pause specialProcedure(LocalDate start, @Nullable LocalDate end) {
        return new Pause(Pause.Kind.SPECIAL_PROCEDURE, start, end);
    }

    private static Reckoning paused(Pause... pauses) {
        return new Reckoning(ACCEPTED, SEVEN, 0, List.of(pauses));
    }

    private Deadline asOf(LocalDate today, Reckoning reckoning) {
        return reckoning.deadline(calendar, today);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-01, 7, 2022-03-10",
        "2022-01-28, 5, 2022-02-09",
        "2022-09-30, 5, 2022-10-12",
        "2025-09-26, 5, 2025-10-10",
        "2026-02-13, 5, 2026-02-27",
        "2026-09-30, 1, 2026-10-08",
        "2022-04-01, 1, 2022-04-02"
    })
    void a_limit_ends_so_many_working_days_after_acceptance(LocalDate accepted, int limit, LocalDate due) {
        assertThat(asOf(accepted, Reckoning.of(accepted, Limit.workingDays(limit))))
                .isEqualTo(new Deadline(due, limit, false, false, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-27, 7",
        "2026-03-02, 7",
        "2026-03-03, 6",
        "2026-03-07, 3",
        "2026-03-11, 0",
        "2026-03-12, -1",
        "2026-03-16, -3"
    })
    void the_days_left_are_the_working_days_after_today(LocalDate today, int remaining) {
        assertThat(asOf(today, Reckoning.of(ACCEPTED, SEVEN)).remainingWorkdays())
                .isEqualTo(remaining);
    }

    @Test
    void an_extension_lengthens_the_limit_and_pauses_nothing() {
        Deadline deadline = asOf(march(3), new Reckoning(ACCEPTED, SEVEN, 10, List.of()));

        assertThat(deadline).isEqualTo(new Deadline(march(25), 16, false, false, null));
    }

    @Test
    void a_limit_of_no_days_ends_on_the_day_of_acceptance_or_the_first_working_day_after_it() {
        Limit atOnce = Limit.workingDays(0);

        assertThat(asOf(march(6), Reckoning.of(march(6), atOnce)).dueOn()).isEqualTo(march(6));
        assertThat(asOf(march(7), Reckoning.of(march(7), atOnce)).dueOn()).isEqualTo(march(9));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 4, 2026-03-06",
        "2026-03-02, 5, 2026-03-09",
        "2026-03-02, 7, 2026-03-09",
        "2026-02-10, 7, 2026-02-24",
        "2026-02-10, 4, 2026-02-14"
    })
    void a_limit_in_natural_days_ends_on_a_working_day(LocalDate accepted, int days, LocalDate due) {
        assertThat(asOf(accepted, Reckoning.of(accepted, Limit.naturalDays(days)))
                        .dueOn())
                .isEqualTo(due);
    }

    @Test
    void a_pause_takes_natural_days_from_a_limit_in_natural_days() {
        Reckoning reckoning = new Reckoning(
                ACCEPTED, Limit.naturalDays(10), 2, List.of(specialProcedure(march(6), march(9)))); // takes 7, 8, 9

        assertThat(asOf(march(10), reckoning).dueOn())
                .isEqualTo(march(18)); // 12 + 3 = Sunday 15, Monday 16, and two more
        assertThat(reckoning.ledger(calendar, march(10)))
                .filteredOn(LedgerDay::counts)
                .extracting(LedgerDay::date)
                .containsExactly(march(3), march(4), march(5), march(6), march(10));
        assertThat(reckoning.ledger(calendar, march(8)).getLast())
                .isEqualTo(new LedgerDay(march(8), false, SPECIAL_PROCEDURE));
    }

    @Test
    void the_day_a_pause_starts_counts_and_the_day_it_ends_does_not() {
        assertThat(asOf(march(9), paused(supplement(march(4), march(6)))).dueOn())
                .isEqualTo(march(13));
        assertThat(asOf(march(9), paused(supplement(march(4), march(4)))).dueOn())
                .isEqualTo(march(11));
    }

    @Test
    void while_the_applicant_has_to_answer_the_due_day_is_the_one_if_the_answer_came_today() {
        Reckoning open = paused(supplement(march(4), null));

        assertThat(asOf(march(4), open)).isEqualTo(new Deadline(march(11), 5, true, false, march(11)));
        assertThat(asOf(march(5), open)).isEqualTo(new Deadline(march(12), 5, true, false, march(12)));
        assertThat(asOf(march(9), open)).isEqualTo(new Deadline(march(16), 5, true, false, march(16)));
        assertThat(asOf(march(9), paused(supplement(march(4), march(9)))))
                .isEqualTo(new Deadline(march(16), 5, false, false, null));
    }

    @Test
    void a_special_procedure_pauses_but_awaits_no_answer() {
        assertThat(asOf(march(5), paused(specialProcedure(march(4), null))))
                .isEqualTo(new Deadline(march(12), 5, true, false, null));
    }

    @Test
    void a_pause_that_begins_tomorrow_or_ended_before_acceptance_has_no_effect() {
        Reckoning reckoning =
                paused(supplement(march(5), null), supplement(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 27)));

        assertThat(asOf(march(4), reckoning)).isEqualTo(new Deadline(march(11), 5, false, false, null));
    }

    @Test
    void overlapping_pauses_take_a_day_only_once() {
        Reckoning overlapping =
                paused(supplement(march(3), march(5)), specialProcedure(march(4), march(6))); // takes 4, 5, 6

        assertThat(asOf(march(9), overlapping).dueOn()).isEqualTo(march(16));
        assertThat(overlapping.ledger(calendar, march(6)))
                .extracting(LedgerDay::reason)
                .containsExactly(START_DAY, WORKING_DAY, SUPPLEMENT, SUPPLEMENT, SPECIAL_PROCEDURE);
    }

    @Test
    void a_pause_does_not_cure_a_limit_that_had_run_out() {
        Reckoning late = paused(supplement(march(13), march(20)));

        assertThat(asOf(march(13), Reckoning.of(ACCEPTED, SEVEN)).remainingWorkdays())
                .isEqualTo(-2);
        assertThat(asOf(march(20), late).remainingWorkdays()).isEqualTo(-2);
        assertThat(asOf(march(23), late).remainingWorkdays()).isEqualTo(-3);
    }

    @Test
    void the_ledger_says_of_every_day_whether_it_counted_and_why() {
        LocalDate accepted = LocalDate.of(2026, 2, 12);
        Reckoning reckoning = new Reckoning(
                accepted,
                Limit.workingDays(5),
                0,
                List.of(specialProcedure(LocalDate.of(2026, 2, 25), LocalDate.of(2026, 3, 2))));

        List<LedgerDay> ledger = reckoning.ledger(calendar, march(2));

        assertThat(ledger).first().isEqualTo(new LedgerDay(accepted, false, START_DAY));
        assertThat(ledger).last().isEqualTo(new LedgerDay(march(2), false, SPECIAL_PROCEDURE));
        assertThat(ledger)
                .extracting(LedgerDay::date)
                .containsExactlyElementsOf(accepted.datesUntil(march(3)).toList());
        assertThat(ledger)
                .extracting(LedgerDay::reason)
                .containsExactly(
                        START_DAY,
                        WORKING_DAY, // Friday 13
                        MAKE_UP_WORKING_DAY,
                        HOLIDAY,
                        HOLIDAY,
                        HOLIDAY,
                        HOLIDAY,
                        HOLIDAY,
                        HOLIDAY,
                        HOLIDAY,
                        HOLIDAY,
                        HOLIDAY,
                        WORKING_DAY, // Tuesday 24
                        WORKING_DAY,
                        SPECIAL_PROCEDURE,
                        SPECIAL_PROCEDURE,
                        SPECIAL_PROCEDURE, // Saturday 28, a make-up day that would have counted
                        WEEKEND, // Sunday 1 March: inside the pause, but it would not have counted
                        SPECIAL_PROCEDURE);
        assertThat(ledger).filteredOn(LedgerDay::counts).hasSize(4);
        assertThat(asOf(march(2), reckoning).remainingWorkdays()).isEqualTo(1);
    }

    @Test
    void the_ledger_is_empty_before_acceptance_and_goes_on_when_overdue() {
        Reckoning reckoning = Reckoning.of(ACCEPTED, SEVEN);

        assertThat(reckoning.ledger(calendar, march(1))).isEmpty();
        assertThat(reckoning.ledger(calendar, ACCEPTED)).containsExactly(new LedgerDay(ACCEPTED, false, START_DAY));
        assertThat(reckoning.ledger(calendar, march(12)).getLast())
                .isEqualTo(new LedgerDay(march(12), true, WORKING_DAY));
        assertThat(reckoning.ledgerToDueDay(calendar, march(3)).getLast())
                .isEqualTo(new LedgerDay(march(11), true, WORKING_DAY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-21, 5, 2026-12-28, false",
        "2026-12-21, 6, 2026-12-29, true",
        "2026-12-28, 5, 2027-01-04, true",
        "2027-03-01, 0, 2027-03-01, true",
        "2025-12-30, 5, 2026-01-07, false",
        "2020-12-31, 1, 2021-01-04, false"
    })
    void a_due_day_is_provisional_while_a_day_of_the_reckoning_is(
            LocalDate accepted, int limit, LocalDate due, boolean provisional) {
        Deadline deadline = asOf(accepted, Reckoning.of(accepted, Limit.workingDays(limit)));

        assertThat(deadline.dueOn()).isEqualTo(due);
        assertThat(deadline.provisional()).isEqualTo(provisional);
    }

    @Test
    void a_notice_that_comes_out_later_moves_a_provisional_due_day() {
        Reckoning reckoning = Reckoning.of(LocalDate.of(2026, 12, 28), Limit.workingDays(4));
        WorkCalendar later = calendar.with(HolidayNotice.parse("""
            {"year": 2027, "papers": ["notice"], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}\
            """));

        assertThat(asOf(LocalDate.of(2026, 12, 28), reckoning).dueOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(reckoning.deadline(later, LocalDate.of(2026, 12, 28)))
                .isEqualTo(new Deadline(LocalDate.of(2027, 1, 4), 4, false, false, null));
    }

    @Test
    void nonsense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.workingDays(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reckoning(ACCEPTED, SEVEN, -1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> supplement(march(5), march(4)));
    }
}
