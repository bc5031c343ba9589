package cn.onenetwork.cases;

import static cn.onenetwork.cases.ServiceCaseFixture.GROUNDS;
import static cn.onenetwork.cases.ServiceCaseFixture.LICENCE;
import static cn.onenetwork.cases.ServiceCaseFixture.NOW;
import static cn.onenetwork.cases.ServiceCaseFixture.TODAY;
import static cn.onenetwork.cases.ServiceCaseFixture.aCaseUnderReview;
import static cn.onenetwork.cases.ServiceCaseFixture.aSubmittedCase;
import static cn.onenetwork.testing.CallerFixture.enterprise;
import static cn.onenetwork.testing.CallerFixture.officer;
import static cn.onenetwork.testing.CallerFixture.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceCaseTest {

    @Test
    void remembers_what_happened_in_rising_sequence() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .then((one, moment) -> one.receive(officer(), Word.note("齐全"), moment));

        assertThat(story.events()).extracting(CaseEvent::sequence).containsExactly(1, 2, 3);
        CaseEvent submitted = story.events().get(1);
        assertThat(submitted.kind()).isEqualTo(CaseEventKind.SUBMITTED);
        assertThat(submitted.from()).isEqualTo(CaseStatus.DRAFT);
        assertThat(submitted.to()).isEqualTo(CaseStatus.SUBMITTED);
        assertThat(submitted.caseNo()).isEqualTo(ServiceCaseFixture.NUMBER.value());
        assertThat(submitted.dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(submitted.clock()).isEqualTo(ClockEffect.RECEIPT_STARTS);
        assertThat(story.last().note()).isEqualTo("齐全");
        assertThat(story.last().actor()).isEqualTo(AccountKind.STAFF);
    }

    @Test
    void chains_each_event_to_the_one_before() {
        List<CaseEvent> events =
                CaseStory.submitted(LICENCE, TODAY).received().accepted().events();

        assertThat(events.getFirst().previousHash()).isNull();
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).previousHash()).isEqualTo(events.get(i - 1).hash());
        }
    }

    @Test
    void goes_from_acceptance_into_review_by_itself() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY).received().accepted();

        assertThat(story.kinds()).endsWith(CaseEventKind.ACCEPTED, CaseEventKind.REVIEW_STARTED);
        assertThat(story.last().actor()).isEqualTo(AccountKind.SYSTEM);
        assertThat(story.told().status()).isEqualTo(CaseStatus.UNDER_REVIEW);
    }

    @Test
    void makes_a_licence_and_completes_after_an_approval() {
        CaseStory story =
                CaseStory.submitted(LICENCE, TODAY).received().accepted().approved();

        assertThat(story.kinds())
                .endsWith(CaseEventKind.APPROVED, CaseEventKind.CERTIFICATE_MAKING_STARTED, CaseEventKind.COMPLETED);
        assertThat(closure(story)).isEqualTo(ClosureKind.LICENCE_ISSUED);
    }

    @Test
    void completes_without_a_licence_where_the_item_has_none() {
        ServiceItem item = ItemFixture.item(ItemFixture.COMPLETION_ACCEPTANCE);
        CaseStory story = CaseStory.submitted(item, TODAY).received().accepted().approved();

        assertThat(story.kinds()).endsWith(CaseEventKind.APPROVED, CaseEventKind.COMPLETED);
        assertThat(closure(story)).isEqualTo(ClosureKind.CLOSED_OTHER);
    }

    @Test
    void waits_for_the_window_where_the_form_asks_for_it() {
        CaseStory story = CaseStory.draft(LICENCE, new Form("{\"deliveryMethod\":\"WINDOW\"}"), TODAY)
                .submitted()
                .received()
                .accepted()
                .approved();

        assertThat(story.kinds()).endsWith(CaseEventKind.CERTIFICATE_MAKING_STARTED, CaseEventKind.DELIVERY_STARTED);
        assertThat(closure(story)).isNull();

        var _ = story.then((one, moment) -> one.deliver(officer(), Word.NONE, moment));
        assertThat(story.kinds()).endsWith(CaseEventKind.DELIVERED, CaseEventKind.COMPLETED);
        assertThat(closure(story)).isEqualTo(ClosureKind.LICENCE_ISSUED);
    }

    @Test
    void completes_after_a_rejection() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY)
                .received()
                .accepted()
                .then((one, moment) -> one.reject(reviewer(), GROUNDS, moment));

        CaseEvent rejection = story.events().get(story.events().size() - 2);
        assertThat(rejection.note()).contains("不属于本机关职权").contains("可申请行政复议");
        assertThat(rejection.content().getString("remedy")).isEqualTo("可申请行政复议");
        assertThat(story.kinds()).endsWith(CaseEventKind.REJECTED, CaseEventKind.COMPLETED);
        assertThat(closure(story)).isEqualTo(ClosureKind.CLOSED_OTHER);
    }

    @Test
    void accepts_and_decides_an_instant_item_whose_rules_approve() {
        ServiceItem item = ItemFixture.item(ItemFixture.SENIOR_CARD);
        CaseStory story = CaseStory.draft(item, Form.EMPTY, TODAY);
        story.told().decideInstantly(new InstantVerdict(true, null));

        assertThat(story.submitted().kinds())
                .containsExactly(
                        CaseEventKind.DRAFT_SAVED,
                        CaseEventKind.SUBMITTED,
                        CaseEventKind.RECEIVED,
                        CaseEventKind.ACCEPTED,
                        CaseEventKind.APPROVED,
                        CaseEventKind.CERTIFICATE_MAKING_STARTED,
                        CaseEventKind.COMPLETED);
        assertThat(story.events().subList(2, 7)).extracting(CaseEvent::actor).containsOnly(AccountKind.SYSTEM);
    }

    @Test
    void leaves_an_instant_item_to_a_human_whose_rules_do_not_approve() {
        CaseStory story = CaseStory.draft(ItemFixture.item(ItemFixture.SENIOR_CARD), Form.EMPTY, TODAY);
        story.told().decideInstantly(new InstantVerdict(false, "年龄未达要求"));

        assertThat(story.submitted().kinds()).endsWith(CaseEventKind.ACCEPTED, CaseEventKind.REVIEW_STARTED);
        assertThat(story.last().note()).isEqualTo("年龄未达要求");
        assertThat(story.told().status()).isEqualTo(CaseStatus.UNDER_REVIEW);
    }

    @Test
    void keeps_its_number_when_it_is_filed_again_after_a_return() {
        CaseStory story = CaseStory.submitted(LICENCE, TODAY).returned().on("2026-03-05");
        var _ = story.then((one, moment) ->
                one.submit(enterprise(), CaseNumber.of("520198", LocalDate.of(2026, 3, 5), 7), moment));

        assertThat(story.last().caseNo()).isEqualTo(ServiceCaseFixture.NUMBER.value());
        assertThat(story.told().openNotice()).isNull();
        assertThat(story.last().dueOn())
                .as("five working days from the new receiving day")
                .isEqualTo("2026-03-12");
    }

    @Test
    void stops_its_clocks_at_the_refusal_and_the_withdrawal() {
        ServiceCase refused = aSubmittedCase();
        ServiceCase withdrawn = aSubmittedCase();
        assertThat(withdrawn.dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));

        var _ = refused.refuse(officer(), GROUNDS, NOW);
        var _ = withdrawn.withdraw(enterprise(), null, NOW);

        assertThat(refused.dueOn()).isNull();
        assertThat(withdrawn.dueOn()).isNull();
        assertThat(view(refused).closure()).isEqualTo(ClosureKind.RETURNED);
        assertThat(view(withdrawn).closure()).isEqualTo(ClosureKind.VOIDED);
    }

    @Test
    void changes_nothing_when_a_verb_is_refused() {
        ServiceCase submitted = aSubmittedCase();
        CaseView before = view(submitted);

        refuses(UserErrorCode.FORBIDDEN, () -> submitted.receive(reviewer(), Word.NONE, NOW));
        refuses(UserErrorCode.ILLEGAL_TRANSITION, () -> submitted.accept(officer(), Word.NONE, NOW));
        refuses(
                UserErrorCode.FORM_INVALID,
                () -> submitted.sendBack(officer(), ServiceCaseFixture.MISSING, TODAY, Word.NONE, NOW));

        assertThat(view(submitted)).isEqualTo(before);
    }

    @Test
    void asks_for_an_answer_no_earlier_than_the_tenant_allows_and_within_a_year_of_that() {
        LocalDate earliest = LocalDate.of(2026, 3, 23);
        ServiceCase received = ServiceCaseFixture.aReceivedCase();

        refuses(UserErrorCode.FORM_INVALID, () -> asked(received, earliest.minusDays(1)));
        refuses(
                UserErrorCode.FORM_INVALID,
                () -> asked(received, earliest.plusYears(1).plusDays(1)));
        refuses(UserErrorCode.FORM_INVALID, () -> asked(received, LocalDate.MAX));
        var _ = asked(received, earliest.plusDays(10));

        assertThat(received.openNotice())
                .isEqualTo(new SupplementNotice(ServiceCaseFixture.MISSING, earliest.plusDays(10), false));
    }

    @Test
    void asks_for_no_material_that_the_item_does_not_ask_for() {
        ServiceCase received = ServiceCaseFixture.aReceivedCase();
        List<SupplementNotice.Item> items = List.of(
                ServiceCaseFixture.MISSING.getFirst(), new SupplementNotice.Item("no-such-material", null, "缺少"));

        assertThatThrownBy(() -> received.requireSupplement(officer(), items, null, Word.NONE, NOW))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.userErrors(java.util.Locale.ENGLISH)
                                        .getFirst()
                                        .path())
                                .containsExactly("items", "1", "materialId"));
    }

    @Test
    void asks_for_no_answer_that_the_form_does_not_have_and_tells_all_that_is_unknown() {
        ServiceCase received = ServiceCaseFixture.aReceivedCase();
        List<SupplementNotice.Item> items = List.of(
                new SupplementNotice.Item(null, "noSuchField", "缺少"),
                ServiceCaseFixture.MISSING.getFirst(),
                new SupplementNotice.Item("no-such-material", null, "缺少"),
                new SupplementNotice.Item(null, "projectName.0", "缺少"),
                new SupplementNotice.Item(null, "projectName.", "缺少"));

        assertThatThrownBy(() -> received.requireSupplement(officer(), items, null, Word.NONE, NOW))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.userErrors(java.util.Locale.ENGLISH))
                                .extracting(error -> error.code() + " " + error.path() + " " + error.message())
                                .containsExactly(
                                        "FORM_INVALID [items, 0, path] The form has no such field.",
                                        "NOT_FOUND [items, 2, materialId] The item asks for no such material.",
                                        "FORM_INVALID [items, 3, path] The form has no such field.",
                                        "FORM_INVALID [items, 4, path] The form has no such field."));
        assertThat(received.status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(received.openNotice()).isNull();
    }

    private static CaseEvent asked(ServiceCase received, LocalDate answerBy) {
        return received.requireSupplement(officer(), ServiceCaseFixture.MISSING, answerBy, Word.NONE, NOW);
    }

    @Test
    void cannot_be_withdrawn_after_the_decision() {
        ServiceCase decided = aCaseUnderReview();
        var _ = decided.approve(reviewer(), Word.NONE, NOW);

        refuses(UserErrorCode.ILLEGAL_TRANSITION, () -> decided.withdraw(enterprise(), null, NOW));
    }

    private static ClosureKind closure(CaseStory story) {
        return view(story.told()).closure();
    }

    private static CaseView view(ServiceCase one) {
        return one.view(enterprise(), NOW.now());
    }

    private static void refuses(UserErrorCode code, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
