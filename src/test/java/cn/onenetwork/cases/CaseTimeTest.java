package cn.onenetwork.cases;

import static cn.onenetwork.cases.ServiceCaseFixture.LICENCE;
import static cn.onenetwork.cases.ServiceCaseFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.calendar.LedgerReason;
import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.testing.CallerFixture;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The clocks of a case, day by day. The licence is promised within four working days; 2 March 2026 is a
/// Monday, Qingming (4 to 6 April 2026) makes Monday 6 April a day off.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseTimeTest {

    private static final Form AT_THE_WINDOW = new Form("{\"deliveryMethod\":\"WINDOW\"}");

    @Test
    void a_supplement_moves_the_last_day_of_receipt_by_the_working_days_it_took() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY);
        assertThat(story.told().dueOn()).isEqualTo("2026-03-09");

        var _ = story.on("2026-03-03").received().on("2026-03-04").supplementRequired();
        assertThat(story.told().dueOn()).as("the applicant has the word").isNull();
        assertThat(story.told().wakeOn())
                .as("the day after the last day of the answer")
                .isEqualTo("2026-03-26");

        var _ = story.on("2026-03-11").supplemented();
        assertThat(story.told().dueOn())
                .as("5, 6, 9, 10 and 11 March did not count")
                .isEqualTo("2026-03-16");
    }

    @Test
    void a_special_procedure_moves_the_last_day_of_the_decision_also_across_a_holiday() {
        CaseStory story = CaseStory.submitted(LICENCE, LocalDate.of(2026, 3, 30))
                .received()
                .accepted();
        assertThat(story.told().dueOn()).isEqualTo("2026-04-03");

        var _ = story.on("2026-03-31").suspended();
        assertThat(story.told().dueOn()).isNull();
        assertThat(story.told().wakeOn()).as("time does nothing meanwhile").isNull();

        var _ = story.on("2026-04-07").resumed();
        assertThat(story.told().dueOn()).as("1, 2, 3 and 7 April did not count").isEqualTo("2026-04-10");
        assertThat(ledger(story))
                .containsExactly(
                        "2026-03-30 START_DAY",
                        "2026-03-31 +",
                        "2026-04-01 SPECIAL_PROCEDURE",
                        "2026-04-02 SPECIAL_PROCEDURE",
                        "2026-04-03 SPECIAL_PROCEDURE",
                        "2026-04-04 HOLIDAY",
                        "2026-04-05 HOLIDAY",
                        "2026-04-06 HOLIDAY",
                        "2026-04-07 SPECIAL_PROCEDURE");
    }

    @Test
    void an_extension_adds_ten_working_days_or_fifteen_where_several_bodies_handle_it_together() {
        CaseStory alone =
                CaseStory.submitted(LICENCE, TODAY).received().accepted().extended();
        CaseStory together = CaseStory.submitted(ItemFixture.item(ItemFixture.COMPLETION_ACCEPTANCE), TODAY)
                .received()
                .accepted()
                .extended();

        assertThat(alone.told().dueOn()).as("4 + 10 working days").isEqualTo("2026-03-20");
        assertThat(together.told().dueOn()).as("5 + 15 working days").isEqualTo("2026-03-30");
        assertThat(alone.last().content().getInt("extensionWorkdays")).isEqualTo(10);
        assertThat(together.last().content().getInt("extensionWorkdays")).isEqualTo(15);
    }

    @Test
    void silence_is_acceptance_from_the_receiving_day() {
        CaseStory unseen = CaseStory.submitted(LICENCE, TODAY).daysPassUntil("2026-03-09");
        assertThat(unseen.told().status()).isEqualTo(CaseStatus.SUBMITTED);
        CaseStory seen = CaseStory.submitted(LICENCE, TODAY).received().daysPassUntil("2026-03-09");
        assertThat(seen.told().status()).isEqualTo(CaseStatus.RECEIVED);

        for (CaseStory story : List.of(unseen, seen)) {
            var _ = story.on("2026-03-10").swept();

            assertThat(story.happened(CaseEventKind.DEEMED_ACCEPTED)).containsExactly("2026-03-10");
            assertThat(story.told().status()).isEqualTo(CaseStatus.UNDER_REVIEW);
            assertThat(story.told().acceptedOn).isEqualTo(TODAY);
            assertThat(story.told().dueOn())
                    .as("four working days from the receiving day")
                    .isEqualTo("2026-03-06");
        }
    }

    @Test
    void silence_that_is_noticed_a_week_late_is_acceptance_from_the_receiving_day_all_the_same() {
        for (CaseStory story : List.of(
                CaseStory.submitted(LICENCE, TODAY),
                CaseStory.submitted(LICENCE, TODAY).received())) {
            var _ = story.on("2026-03-17").swept();

            assertThat(story.kinds())
                    .endsWith(
                            CaseEventKind.DEEMED_ACCEPTED, CaseEventKind.REVIEW_STARTED, CaseEventKind.WARNING_RAISED);
            assertThat(story.told().acceptedOn).isEqualTo(TODAY);
            assertThat(story.told().dueOn()).isEqualTo("2026-03-06");
            assertThat(story.last().note()).isEqualTo("RED");
            assertThat(story.last().actor()).isEqualTo(AccountKind.SYSTEM);
        }
    }

    @Test
    void an_application_of_the_evening_comes_in_on_the_next_working_day() {
        CaseStory story = CaseStory.draft(LICENCE, Form.EMPTY, TODAY)
                .at(LocalDate.of(2026, 3, 6), LocalTime.of(17, 1))
                .submitted();

        assertThat(story.told().receivingDay).isEqualTo("2026-03-09");
        assertThat(story.told().dueOn()).isEqualTo("2026-03-16");
        assertThat(story.daysPassUntil("2026-03-17").told().acceptedOn).isEqualTo("2026-03-09");
    }

    @Test
    void silence_after_a_supplement_does_not_count_the_days_in_which_the_applicant_had_the_word() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .on("2026-03-03")
                .supplementRequired()
                .on("2026-03-12")
                .supplemented();
        assertThat(story.told().dueOn()).isEqualTo("2026-03-18");

        var _ = story.daysPassUntil("2026-03-19");
        assertThat(story.told().acceptedOn).isEqualTo(TODAY);
        assertThat(story.told().dueOn())
                .as("4 working days and the 7 that did not count")
                .isEqualTo("2026-03-17");
        assertThat(ledger(story)).contains("2026-03-04 SUPPLEMENT", "2026-03-12 SUPPLEMENT", "2026-03-13 +");
    }

    @Test
    void a_supplement_that_does_not_come_closes_the_case() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY).received().supplementRequired();
        assertThat(story.told().answerBy).as("15 working days").isEqualTo("2026-03-23");

        assertThat(story.daysPassUntil("2026-03-23").told().status()).isEqualTo(CaseStatus.SUPPLEMENT_REQUIRED);
        assertThat(story.daysPassUntil("2026-03-25").happened(CaseEventKind.LAPSED))
                .containsExactly("2026-03-24");
        assertThat(story.told().closure).isEqualTo(ClosureKind.SUPPLEMENT_LAPSED);
        assertThat(story.told().openNotice()).isNull();
    }

    @Test
    void a_returned_application_that_is_not_filed_again_lapses() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY).returned();
        assertThat(story.told().answerBy).as("30 working days").isEqualTo("2026-04-14");

        assertThat(story.daysPassUntil("2026-04-20").happened(CaseEventKind.LAPSED))
                .containsExactly("2026-04-15");
    }

    @Test
    void a_supplement_after_acceptance_does_not_stop_the_clock_and_lapses_too() {
        CaseStory story =
                CaseStory.submitted(LICENCE, TODAY).received().accepted().supplementRequired();
        assertThat(story.told().dueOn()).as("the decision's clock runs on").isEqualTo("2026-03-06");

        var _ = story.daysPassUntil("2026-03-31");
        assertThat(story.happened(CaseEventKind.WARNING_RAISED)).containsExactly("2026-03-05 YELLOW", "2026-03-09 RED");
        assertThat(story.happened(CaseEventKind.LAPSED)).containsExactly("2026-03-24");
        assertThat(story.told().dueOn()).isNull();
    }

    @Test
    void a_supplement_after_acceptance_goes_on_with_the_same_last_day() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .accepted()
                .supplementRequired()
                .on("2026-03-04")
                .supplemented();

        assertThat(story.told().status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(story.told().dueOn()).isEqualTo("2026-03-06");
    }

    @Test
    void a_decision_warns_yellow_then_red_once_each() {
        CaseStory story =
                CaseStory.submitted(LICENCE, TODAY).received().accepted().daysPassUntil("2026-04-30");

        assertThat(story.happened(CaseEventKind.WARNING_RAISED)).containsExactly("2026-03-05 YELLOW", "2026-03-09 RED");
        assertThat(story.told().status()).as("a warning decides nothing").isEqualTo(CaseStatus.UNDER_REVIEW);
    }

    @Test
    void who_was_away_gets_only_the_warning_that_holds() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .accepted()
                .on("2026-03-20")
                .swept();

        assertThat(story.happened(CaseEventKind.WARNING_RAISED)).containsExactly("2026-03-20 RED");
    }

    @Test
    void an_extension_begins_its_warnings_anew() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .accepted()
                .daysPassUntil("2026-03-05")
                .extended()
                .daysPassUntil("2026-03-31");

        assertThat(story.happened(CaseEventKind.WARNING_RAISED))
                .containsExactly("2026-03-05 YELLOW", "2026-03-19 YELLOW", "2026-03-23 RED");
    }

    @Test
    void a_special_procedure_does_not_repeat_a_warning() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .accepted()
                .daysPassUntil("2026-03-05")
                .suspended()
                .daysPassUntil("2026-03-20")
                .resumed()
                .daysPassUntil("2026-03-31");

        assertThat(story.happened(CaseEventKind.WARNING_RAISED)).containsExactly("2026-03-05 YELLOW", "2026-03-24 RED");
    }

    @Test
    void an_application_that_nobody_looks_at_warns_after_the_pre_review_and_again_before_the_end_of_receipt() {
        CaseStory unseen = CaseStory.submitted(LICENCE, TODAY).daysPassUntil("2026-03-09");
        CaseStory late = CaseStory.submitted(LICENCE, TODAY)
                .daysPassUntil("2026-03-04")
                .received()
                .daysPassUntil("2026-03-09");
        CaseStory seen =
                CaseStory.submitted(LICENCE, TODAY).on("2026-03-03").received().daysPassUntil("2026-03-09");

        assertThat(unseen.happened(CaseEventKind.WARNING_RAISED))
                .containsExactly("2026-03-04 YELLOW", "2026-03-06 YELLOW");
        assertThat(late.happened(CaseEventKind.WARNING_RAISED))
                .containsExactly("2026-03-04 YELLOW", "2026-03-06 YELLOW");
        assertThat(seen.happened(CaseEventKind.WARNING_RAISED)).containsExactly("2026-03-06 YELLOW");
        assertThat(List.of(unseen, late, seen))
                .as("the pre-review decides nothing")
                .noneMatch(story -> story.told().status() == CaseStatus.UNDER_REVIEW);
    }

    @Test
    void a_supplement_does_not_repeat_the_warning_of_receipt() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .daysPassUntil("2026-03-06")
                .supplementRequired()
                .daysPassUntil("2026-03-11")
                .supplemented()
                .daysPassUntil("2026-03-12");

        assertThat(story.told().dueOn()).isEqualTo("2026-03-12");
        assertThat(story.happened(CaseEventKind.WARNING_RAISED)).containsExactly("2026-03-06 YELLOW");
    }

    @Test
    void delivery_has_ten_working_days_of_its_own() {
        CaseStory story = CaseStory.draft(LICENCE, AT_THE_WINDOW, TODAY)
                .submitted()
                .received()
                .accepted()
                .on("2026-03-03")
                .approved();

        assertThat(story.told().status()).isEqualTo(CaseStatus.DELIVERING);
        assertThat(story.told().dueOn()).isEqualTo("2026-03-17");
        assertThat(story.daysPassUntil("2026-03-31").happened(CaseEventKind.WARNING_RAISED))
                .containsExactly("2026-03-13 YELLOW", "2026-03-18 RED");

        var _ = story.then((one, moment) -> one.deliver(CallerFixture.officer(), Word.NONE, moment));
        assertThat(story.told().status()).isEqualTo(CaseStatus.COMPLETED);
        assertThat(story.told().dueOn()).isNull();
    }

    @Test
    void a_decided_case_has_a_deadline_as_of_the_decision() {
        CaseStory story = CaseStory.draft(LICENCE, AT_THE_WINDOW, TODAY)
                .submitted()
                .received()
                .accepted()
                .on("2026-03-03")
                .approved();

        assertThat(deadline(story, LocalDate.of(2026, 3, 3)).remainingWorkdays())
                .isEqualTo(3);
    }

    @Test
    void a_case_that_ends_in_a_special_procedure_stands_still_no_longer() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .accepted()
                .suspended()
                .on("2026-03-12")
                .then((one, moment) -> one.terminate(CallerFixture.supervisor(), Word.NONE, moment));

        assertThat(deadline(story, LocalDate.of(2026, 3, 12)).paused()).isFalse();
    }

    @Test
    void a_closed_case_is_filed_away_after_ninety_days_and_left_alone_from_then_on() {
        CaseStory story =
                CaseStory.submitted(LICENCE, TODAY).received().accepted().approved();
        assertThat(story.told().wakeOn()).isEqualTo("2026-05-31");

        var _ = story.daysPassUntil("2026-06-05");
        assertThat(story.happened(CaseEventKind.ARCHIVED)).containsExactly("2026-05-31");
        assertThat(story.told().status()).isEqualTo(CaseStatus.ARCHIVED);
        assertThat(story.told().wakeOn()).isNull();
        assertThat(story.told().closure).isEqualTo(ClosureKind.LICENCE_ISSUED);
    }

    @Test
    void an_application_that_was_not_accepted_is_at_its_end() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .then((one, moment) -> one.refuse(CallerFixture.officer(), ServiceCaseFixture.GROUNDS, moment));

        assertThat(story.told().wakeOn()).isNull();
        assertThat(story.daysPassUntil("2026-07-01").told().status()).isEqualTo(CaseStatus.NOT_ACCEPTED);
    }

    private static CaseDeadline deadline(CaseStory story, LocalDate asOf) {
        CaseView view = story.told().view(CallerFixture.enterprise(), story.now());
        return CaseDeadline.of(CaseDates.of(view), story.told().acceptedOn, LICENCE, ServiceCaseFixture.CALENDAR, asOf);
    }

    /// The days since acceptance: `+` where they count, else the reason why they do not.
    private static List<String> ledger(CaseStory story) {
        return deadline(story, story.moment().today()).ledger().stream()
                .map(day -> day.date() + " "
                        + (day.counts() && day.reason() == LedgerReason.WORKING_DAY ? "+" : day.reason()))
                .toList();
    }
}
