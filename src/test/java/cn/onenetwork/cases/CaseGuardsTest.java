package cn.onenetwork.cases;

import static cn.onenetwork.cases.ServiceCaseFixture.LICENCE;
import static cn.onenetwork.cases.ServiceCaseFixture.NOW;
import static cn.onenetwork.cases.ServiceCaseFixture.TODAY;
import static cn.onenetwork.cases.ServiceCaseFixture.aCaseUnderReview;
import static cn.onenetwork.cases.ServiceCaseFixture.aSubmittedCase;
import static cn.onenetwork.testing.CallerFixture.citizen;
import static cn.onenetwork.testing.CallerFixture.enterprise;
import static cn.onenetwork.testing.CallerFixture.officer;
import static cn.onenetwork.testing.CallerFixture.reviewer;
import static cn.onenetwork.testing.CallerFixture.staff;
import static cn.onenetwork.testing.CallerFixture.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseGuardsTest {

    private static final Caller COLLEAGUE = staff("p-colleague", "guiyang-hightech", Role.OFFICER);

    @Test
    void a_case_is_not_handled_by_its_own_applicant() {
        Caller both = staff(enterprise().id(), "guiyang-hightech", Role.OFFICER);

        assertThat(told(aSubmittedCase(), CaseAction.RECEIVE, both)).contains("own application");
    }

    @Test
    void a_case_does_not_exist_for_the_desk_of_another_tenant_nor_move_for_a_stranger() {
        Caller elsewhere = staff("p-officer-cbz", "guiyang-cbz", Role.OFFICER);

        assertThat(told(aSubmittedCase(), CaseAction.RECEIVE, elsewhere)).startsWith("NOT_FOUND");
        assertThat(told(aSubmittedCase(), CaseAction.WITHDRAW, citizen("p-stranger")))
                .startsWith("FORBIDDEN")
                .contains("applicant");
    }

    @Test
    void who_accepted_a_promised_licence_does_not_decide_on_it() {
        ServiceCase accepted = ServiceCaseFixture.aCaseUnderReviewAcceptedBy(supervisor());

        assertThat(told(accepted, CaseAction.APPROVE, supervisor())).startsWith("FORBIDDEN");
        assertThat(told(accepted, CaseAction.REJECT, supervisor())).startsWith("FORBIDDEN");
        assertThat(told(accepted, CaseAction.APPROVE, reviewer())).isEmpty();
        assertThat(told(accepted, CaseAction.SUSPEND, supervisor())).isEmpty();
    }

    @Test
    void who_accepted_may_decide_where_the_item_is_no_licence_or_the_law_accepted() {
        ServiceCase other = CaseStory.submitted(ItemFixture.item(ItemFixture.COMPLETION_ACCEPTANCE), TODAY)
                .received()
                .then((one, moment) -> one.accept(supervisor(), Word.NONE, moment))
                .told();
        CaseStory silent = CaseStory.submitted(LICENCE, TODAY).daysPassUntil("2026-03-10");

        assertThat(told(other, CaseAction.APPROVE, supervisor())).isEmpty();
        assertThat(silent.told().status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(told(silent.told(), CaseAction.APPROVE, supervisor(), silent.now()))
                .isEmpty();
    }

    @Test
    void what_is_missing_is_told_once_and_a_second_time_only_by_a_supervisor_flagged() {
        CaseStory told = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .supplementRequired()
                .supplemented();
        assertThat(told(told.told(), CaseAction.REQUIRE_SUPPLEMENT, officer())).contains("once");

        var _ = told.then((one, moment) ->
                one.requireSupplement(supervisor(), ServiceCaseFixture.MISSING, null, Word.NONE, moment));
        assertThat(told.told().openNotice().repeated()).isTrue();
        assertThat(told.last().content().getBoolean("repeated")).isTrue();
    }

    @Test
    void the_first_notice_is_not_flagged() {
        CaseStory told = CaseStory.submitted(LICENCE, TODAY).received().supplementRequired();

        assertThat(told.told().openNotice().repeated()).isFalse();
    }

    @Test
    void a_return_counts_as_the_notice_also_after_acceptance() {
        CaseStory again = CaseStory.submitted(LICENCE, TODAY).returned().submitted();

        assertThat(told(again.told(), CaseAction.RETURN, officer())).contains("once");
        assertThat(told(again.told(), CaseAction.RETURN, supervisor())).isEmpty();
        assertThat(told(again.received().told(), CaseAction.REQUIRE_SUPPLEMENT, officer()))
                .contains("once");
        assertThat(told(again.accepted().told(), CaseAction.REQUIRE_SUPPLEMENT, reviewer()))
                .contains("once");
    }

    @Test
    void a_limit_is_extended_once() {
        CaseStory extended =
                CaseStory.submitted(LICENCE, TODAY).received().accepted().extended();

        assertThat(told(extended.told(), CaseAction.EXTEND, supervisor())).contains("once");
    }

    @Test
    void a_claim_keeps_others_off_until_it_expires() {
        ServiceCase claimed = claimed();

        assertThat(told(claimed, CaseAction.RECEIVE, officer())).isEmpty();
        assertThat(told(claimed, CaseAction.RECEIVE, COLLEAGUE)).startsWith("FORBIDDEN");
        assertThat(told(claimed, CaseAction.CLAIM, COLLEAGUE)).startsWith("FORBIDDEN");
        assertThat(told(claimed, CaseAction.RELEASE, COLLEAGUE)).startsWith("FORBIDDEN");
        assertThat(told(claimed, CaseAction.RECEIVE, supervisor())).startsWith("FORBIDDEN");

        Instant over = NOW.now().plus(CaseRules.CLAIM);
        assertThat(told(claimed, CaseAction.RECEIVE, COLLEAGUE, over.minusSeconds(1)))
                .startsWith("FORBIDDEN");
        assertThat(told(claimed, CaseAction.RECEIVE, COLLEAGUE, over)).isEmpty();
        assertThat(told(claimed, CaseAction.CLAIM, COLLEAGUE, over)).isEmpty();
        assertThat(told(claimed, CaseAction.RELEASE, officer(), over)).startsWith("ILLEGAL_TRANSITION");
    }

    @Test
    void a_claim_does_not_keep_the_applicant_off() {
        assertThat(told(claimed(), CaseAction.WITHDRAW, enterprise())).isEmpty();
    }

    @Test
    void a_claim_is_renewed_by_its_owner_and_ended_by_a_supervisor_or_the_next_station() {
        ServiceCase claimed = claimed();
        Moment later =
                new Moment(LICENCE, ServiceCaseFixture.CALENDAR, NOW.now().plusSeconds(600));
        var _ = claimed.claim(officer(), later);
        assertThat(claimed.view(officer(), later.now()).claimedUntil())
                .isEqualTo(later.now().plus(CaseRules.CLAIM));
        assertThat(claimed.view(officer(), later.now()).claimedByViewer()).isTrue();
        assertThat(claimed.view(COLLEAGUE, later.now()).claimedByViewer()).isFalse();

        var _ = claimed.release(supervisor(), later);
        assertThat(told(claimed, CaseAction.RECEIVE, COLLEAGUE)).isEmpty();

        ServiceCase received = claimed();
        var _ = received.receive(officer(), Word.NONE, NOW);
        assertThat(received.claimed(NOW.now())).isFalse();
    }

    @Test
    void the_window_has_nothing_to_say_once_the_law_has_accepted_even_before_the_sweep() {
        ServiceCase silent = CaseStory.submitted(LICENCE, TODAY).received().told();
        LocalDate lastDay = LocalDate.of(2026, 3, 9);
        Instant inTime = ServiceCaseFixture.instant(lastDay, LocalTime.of(23, 59));
        Instant tooLate = ServiceCaseFixture.instant(lastDay.plusDays(1), LocalTime.MIDNIGHT);

        for (CaseAction action : List.of(CaseAction.ACCEPT, CaseAction.REFUSE, CaseAction.REQUIRE_SUPPLEMENT)) {
            assertThat(told(silent, action, officer(), inTime)).isEmpty();
            assertThat(told(silent, action, officer(), tooLate))
                    .startsWith("ILLEGAL_TRANSITION")
                    .contains("by law");
        }
        assertThat(told(silent, CaseAction.WITHDRAW, enterprise(), tooLate)).isEmpty();
    }

    @Test
    void a_decision_stops_everything() {
        for (ServiceCase decided :
                List.of(ServiceCaseFixture.aDeliveringCase(), approved(), rejected(), aTerminatedCase())) {
            for (Caller caller : List.of(enterprise(), reviewer(), supervisor())) {
                assertThat(List.of(
                                CaseAction.WITHDRAW,
                                CaseAction.SUPPLEMENT,
                                CaseAction.REQUIRE_SUPPLEMENT,
                                CaseAction.SUSPEND,
                                CaseAction.EXTEND,
                                CaseAction.APPROVE,
                                CaseAction.REJECT,
                                CaseAction.TERMINATE))
                        .allMatch(action -> !told(decided, action, caller).isEmpty());
            }
        }
    }

    @Test
    void a_case_is_withdrawn_at_every_station_before_the_decision() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY);
        withdrawable(story);
        withdrawable(story.returned());
        withdrawable(story.submitted().received());
        withdrawable(story.accepted());
        withdrawable(story.suspended());
        withdrawable(story.resumed()
                .then((one, moment) ->
                        one.requireSupplement(supervisor(), ServiceCaseFixture.MISSING, null, Word.NONE, moment)));
        withdrawable(CaseStory.submitted(LICENCE, TODAY).received().supplementRequired());
    }

    private static void withdrawable(CaseStory story) {
        assertThat(told(story.told(), CaseAction.WITHDRAW, enterprise()))
                .as("%s", story.told().status())
                .isEmpty();
    }

    private static ServiceCase claimed() {
        ServiceCase claimed = aSubmittedCase();
        var _ = claimed.claim(officer(), NOW);
        return claimed;
    }

    private static ServiceCase approved() {
        return CaseStory.submitted(LICENCE, TODAY)
                .received()
                .accepted()
                .approved()
                .told();
    }

    private static ServiceCase rejected() {
        return CaseStory.submitted(LICENCE, TODAY)
                .received()
                .accepted()
                .then((one, moment) -> one.reject(reviewer(), ServiceCaseFixture.GROUNDS, moment))
                .told();
    }

    private static ServiceCase aTerminatedCase() {
        ServiceCase terminated = aCaseUnderReview();
        var _ = terminated.terminate(supervisor(), Word.NONE, NOW);
        return terminated;
    }

    private static String told(ServiceCase one, CaseAction action, Caller caller) {
        return told(one, action, caller, NOW.now());
    }

    /// Code and message of what stands in the way; empty where nothing does.
    private static String told(ServiceCase one, CaseAction action, Caller caller, Instant now) {
        return one.obstacle(action, caller, now)
                .map((Problem problem) -> problem.userErrors(Locale.ENGLISH).getFirst())
                .map((UserError error) -> error.code() + " " + error.message())
                .orElse("");
    }
}
