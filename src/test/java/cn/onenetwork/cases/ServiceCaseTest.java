package cn.onenetwork.cases;

import static cn.onenetwork.cases.ServiceCaseFixture.DUE;
import static cn.onenetwork.cases.ServiceCaseFixture.LICENCE;
import static cn.onenetwork.cases.ServiceCaseFixture.NOW;
import static cn.onenetwork.cases.ServiceCaseFixture.TODAY;
import static cn.onenetwork.cases.ServiceCaseFixture.aCaseUnderReview;
import static cn.onenetwork.cases.ServiceCaseFixture.aDraft;
import static cn.onenetwork.cases.ServiceCaseFixture.aReceivedCase;
import static cn.onenetwork.cases.ServiceCaseFixture.aSubmittedCase;
import static cn.onenetwork.testing.CallerFixture.citizen;
import static cn.onenetwork.testing.CallerFixture.enterprise;
import static cn.onenetwork.testing.CallerFixture.officer;
import static cn.onenetwork.testing.CallerFixture.reviewer;
import static cn.onenetwork.testing.CallerFixture.staff;
import static cn.onenetwork.testing.CallerFixture.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceCaseTest {

    @Test
    void remembers_what_happened_in_rising_sequence() {
        ServiceCase draft = aDraft();

        CaseEvent submitted = draft.submit(enterprise(), LICENCE, ServiceCaseFixture.NUMBER, TODAY, DUE, NOW);
        CaseEvent received = draft.receive(officer(), "齐全", NOW);

        assertThat(submitted.sequence()).isEqualTo(2);
        assertThat(submitted.kind()).isEqualTo(CaseEventKind.SUBMITTED);
        assertThat(submitted.from()).isEqualTo(CaseStatus.DRAFT);
        assertThat(submitted.to()).isEqualTo(CaseStatus.SUBMITTED);
        assertThat(submitted.caseNo()).isEqualTo(ServiceCaseFixture.NUMBER.value());
        assertThat(submitted.dueOn()).isEqualTo(DUE.on());
        assertThat(received.sequence()).isEqualTo(3);
        assertThat(received.note()).isEqualTo("齐全");
        assertThat(received.actor()).isEqualTo(AccountKind.STAFF);
    }

    @Test
    void goes_from_acceptance_into_review_by_itself() {
        ServiceCase accepted = aReceivedCase();
        var _ = accepted.accept(officer(), TODAY, DUE, null, NOW);

        assertThat(kinds(rest(accepted, LICENCE))).containsExactly(CaseEventKind.REVIEW_STARTED);
        assertThat(accepted.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
    }

    @Test
    void makes_a_licence_and_completes_after_an_approval() {
        ServiceCase approved = aCaseUnderReview();
        var _ = approved.approve(reviewer(), LICENCE, null, NOW);

        assertThat(kinds(rest(approved, LICENCE)))
                .containsExactly(CaseEventKind.CERTIFICATE_MAKING_STARTED, CaseEventKind.COMPLETED);
        assertThat(approved.view(enterprise()).closure()).isEqualTo(ClosureKind.LICENCE_ISSUED);
    }

    @Test
    void completes_without_a_licence_where_the_item_has_none() {
        ServiceItem item = ItemFixture.item(ItemFixture.COMPLETION_ACCEPTANCE);
        ServiceCase approved = ServiceCaseFixture.underReview(item, Form.EMPTY);
        var _ = approved.approve(reviewer(), item, null, NOW);

        assertThat(kinds(rest(approved, item))).containsExactly(CaseEventKind.COMPLETED);
        assertThat(approved.view(enterprise()).closure()).isEqualTo(ClosureKind.CLOSED_OTHER);
    }

    @Test
    void waits_for_the_window_where_the_form_asks_for_it() {
        ServiceCase approved = ServiceCaseFixture.underReview(LICENCE, new Form("{\"deliveryMethod\":\"WINDOW\"}"));
        var _ = approved.approve(reviewer(), LICENCE, null, NOW);

        assertThat(kinds(rest(approved, LICENCE)))
                .containsExactly(CaseEventKind.CERTIFICATE_MAKING_STARTED, CaseEventKind.DELIVERY_STARTED);
        assertThat(approved.view(enterprise()).closure()).isNull();

        var _ = approved.deliver(officer(), null, NOW);
        assertThat(kinds(rest(approved, LICENCE))).containsExactly(CaseEventKind.COMPLETED);
        assertThat(approved.view(enterprise()).closure()).isEqualTo(ClosureKind.LICENCE_ISSUED);
    }

    @Test
    void completes_after_a_rejection() {
        ServiceCase rejected = aCaseUnderReview();
        CaseEvent event = rejected.reject(reviewer(), "不符合规划\n可申请行政复议", NOW);

        assertThat(event.note()).contains("不符合规划");
        assertThat(kinds(rest(rejected, LICENCE))).containsExactly(CaseEventKind.COMPLETED);
        assertThat(rejected.view(enterprise()).closure()).isEqualTo(ClosureKind.CLOSED_OTHER);
    }

    @Test
    void stops_its_clock_at_the_decision_the_refusal_and_the_withdrawal() {
        ServiceCase approved = aCaseUnderReview();
        ServiceCase refused = aSubmittedCase();
        ServiceCase withdrawn = aSubmittedCase();
        assertThat(withdrawn.dueOn()).isEqualTo(DUE.on());

        var _ = approved.approve(reviewer(), LICENCE, null, NOW);
        var _ = refused.refuse(officer(), "不属于本机关职权", NOW);
        var _ = withdrawn.withdraw(enterprise(), null, NOW);

        assertThat(approved.dueOn()).isNull();
        assertThat(refused.dueOn()).isNull();
        assertThat(withdrawn.dueOn()).isNull();
        assertThat(refused.view(enterprise()).closure()).isEqualTo(ClosureKind.RETURNED);
        assertThat(withdrawn.view(enterprise()).closure()).isEqualTo(ClosureKind.VOIDED);
    }

    @Test
    void cannot_be_withdrawn_after_the_decision() {
        ServiceCase decided = aCaseUnderReview();
        var _ = decided.approve(reviewer(), LICENCE, null, NOW);

        refuses(UserErrorCode.ILLEGAL_TRANSITION, () -> decided.withdraw(enterprise(), null, NOW));
    }

    @Test
    void is_decided_by_somebody_else_than_who_accepted_it() {
        ServiceCase accepted = aReceivedCase();
        var _ = accepted.accept(supervisor(), TODAY, DUE, null, NOW);
        var _ = rest(accepted, LICENCE);

        refuses(UserErrorCode.FORBIDDEN, () -> accepted.approve(supervisor(), LICENCE, null, NOW));
        assertThat(accepted.allowedActions(supervisor())).isEmpty();
        assertThat(accepted.allowedActions(reviewer()))
                .containsExactlyInAnyOrder(CaseAction.APPROVE, CaseAction.REJECT);
    }

    @Test
    void may_be_decided_by_who_accepted_it_where_the_item_is_no_licence() {
        ServiceItem item = ItemFixture.item(ItemFixture.COMPLETION_ACCEPTANCE);
        ServiceCase accepted = ServiceCaseFixture.underReview(item, Form.EMPTY);

        assertThat(accepted.allowedActions(supervisor()))
                .containsExactlyInAnyOrder(CaseAction.APPROVE, CaseAction.REJECT);
    }

    @Test
    void is_not_handled_by_its_own_applicant() {
        ServiceCase submitted = aSubmittedCase();

        refuses(
                UserErrorCode.FORBIDDEN,
                () -> submitted.receive(staff(enterprise().id(), "guiyang-hightech", Role.OFFICER), null, NOW));
    }

    @Test
    void does_not_exist_for_the_desk_of_another_tenant() {
        ServiceCase submitted = aSubmittedCase();

        refuses(
                UserErrorCode.NOT_FOUND,
                () -> submitted.receive(staff("p-officer-cbz", "guiyang-cbz", Role.OFFICER), null, NOW));
        refuses(UserErrorCode.FORBIDDEN, () -> submitted.withdraw(citizen("p-stranger"), null, NOW));
    }

    @Test
    void changes_nothing_when_a_verb_is_refused() {
        ServiceCase submitted = aSubmittedCase();
        CaseView before = submitted.view(enterprise());

        refuses(UserErrorCode.FORBIDDEN, () -> submitted.receive(reviewer(), null, NOW));
        refuses(UserErrorCode.ILLEGAL_TRANSITION, () -> submitted.accept(officer(), TODAY, DUE, null, NOW));

        assertThat(submitted.view(enterprise())).isEqualTo(before);
    }

    private static List<CaseEvent> rest(ServiceCase moving, ServiceItem item) {
        List<CaseEvent> events = new ArrayList<>();
        for (Optional<CaseEvent> next = moving.proceed(item, NOW); next.isPresent(); next = moving.proceed(item, NOW)) {
            events.add(next.get());
        }
        return events;
    }

    private static List<CaseEventKind> kinds(List<CaseEvent> events) {
        return events.stream().map(CaseEvent::kind).toList();
    }

    private static void refuses(UserErrorCode code, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
