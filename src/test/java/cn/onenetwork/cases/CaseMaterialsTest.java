package cn.onenetwork.cases;

import static cn.onenetwork.cases.ServiceCaseFixture.LICENCE;
import static cn.onenetwork.cases.ServiceCaseFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.cases.CaseMaterialView.MaterialState;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserError;
import cn.onenetwork.testing.CallerFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseMaterialsTest {

    private static final String MAP = "ht-land-planning-m05";
    private static final UUID FIRST = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("019a0000-0000-7000-8000-000000000002");

    @Test
    void a_document_fills_its_slot_only_when_it_passed_its_checks() {
        CaseStory story = draft();
        assertThat(state(story)).isEqualTo(MaterialState.MISSING);

        assertThat(state(story.arrived(MAP, FIRST))).isEqualTo(MaterialState.MISSING);
        assertThat(slot(story).beingChecked()).isTrue();

        var _ = story.then(
                (one, now) -> one.documentReady(MAP, FIRST, "检查通过", now).orElseThrow());
        assertThat(state(story)).isEqualTo(MaterialState.PROVIDED);
        assertThat(slot(story).trustGrade()).contains(TrustGrade.C);
        assertThat(story.kinds()).endsWith(CaseEventKind.DOCUMENT_UPLOADED, CaseEventKind.DOCUMENT_CHANGED);
        assertThat(story.last().note()).isEqualTo("建设用地勘测定界图：检查通过");
    }

    @Test
    void a_document_that_did_not_pass_leaves_its_slot_as_it_was() {
        CaseStory story = draft().arrived(MAP, FIRST)
                .then((one, now) ->
                        one.documentRefused(MAP, FIRST, "未通过检查", now).orElseThrow());

        assertThat(slot(story)).isEqualTo(MaterialSlot.EMPTY);
    }

    @Test
    void a_check_that_ends_after_the_case_is_over_changes_nothing() {
        CaseStory story = draft().arrived(MAP, FIRST)
                .submitted()
                .then((one, now) -> one.withdraw(CallerFixture.enterprise(), null, now));
        int sequence = story.last().sequence();

        assertThat(story.told().documentReady(MAP, FIRST, "-", story.moment())).isEmpty();
        assertThat(story.told().lastSequence).isEqualTo(sequence);
    }

    @Test
    void an_officer_who_compared_it_with_the_original_makes_c_a_b() {
        CaseStory compared =
                filed().then((one, now) -> one.documentPassed(CallerFixture.officer(), FIRST, true, null, now));
        assertThat(state(compared)).isEqualTo(MaterialState.PASSED);
        assertThat(slot(compared).trustGrade()).contains(TrustGrade.B);

        CaseStory looked =
                filed().then((one, now) -> one.documentPassed(CallerFixture.officer(), FIRST, false, null, now));
        assertThat(slot(looked).trustGrade()).contains(TrustGrade.C);
    }

    @Test
    void what_is_sent_back_goes_on_the_one_notice_by_itself() {
        CaseStory story = filed().received()
                .then((one, now) -> one.documentReturned(CallerFixture.officer(), FIRST, "图纸不清晰", now));
        assertThat(state(story)).isEqualTo(MaterialState.REJECTED);

        var _ = story.then((one, now) ->
                one.requireSupplement(CallerFixture.officer(), ServiceCaseFixture.MISSING, null, Word.NONE, now));

        assertThat(story.told().openNotice().items())
                .extracting(SupplementNotice.Item::materialId, SupplementNotice.Item::note)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, "请补充项目名称"),
                        org.assertj.core.groups.Tuple.tuple(MAP, "图纸不清晰"));
        assertThat(state(story)).isEqualTo(MaterialState.TO_SUPPLEMENT);
        assertThat(slot(story).note()).isEqualTo("图纸不清晰");
    }

    @Test
    void a_notice_that_asks_for_nothing_is_refused() {
        CaseStory story = filed().received();

        assertThat(refusal(() -> story.told()
                        .requireSupplement(CallerFixture.officer(), List.of(), null, Word.NONE, story.moment())))
                .containsExactly("items: 没有需要补正的内容。");
    }

    @Test
    void a_notice_is_answered_only_when_something_new_came_for_each_slot() {
        CaseStory story = filed().received()
                .then((one, now) -> one.documentReturned(CallerFixture.officer(), FIRST, "图纸不清晰", now))
                .then((one, now) -> one.requireSupplement(CallerFixture.officer(), List.of(), null, Word.NONE, now));
        assertThat(refusal(() -> story.told()
                        .supplement(CallerFixture.enterprise(), story.told().sealedForm(), null, story.moment())))
                .containsExactly("materials." + MAP + ": 缺少必需材料：建设用地勘测定界图。");

        var _ = story.arrived(MAP, SECOND);
        assertThat(refusal(() -> story.told()
                        .supplement(CallerFixture.enterprise(), story.told().sealedForm(), null, story.moment())))
                .containsExactly("materials." + MAP + ": 材料“建设用地勘测定界图”正在检查，请稍后再提交。");

        var _ = story.then(
                        (one, now) -> one.documentReady(MAP, SECOND, "-", now).orElseThrow())
                .supplemented();
        assertThat(state(story)).isEqualTo(MaterialState.PROVIDED);
        assertThat(slot(story).documents())
                .extracting(FiledDocument::review)
                .containsExactly(DocumentReview.REPLACED, DocumentReview.PENDING);
    }

    @Test
    void a_deferred_material_is_due_within_the_promised_limit_and_nothing_is_granted_before() {
        CaseStory story = draft().promised(MAP).submitted().received().accepted();
        int promised = LICENCE.promisedLimit().value();
        LocalDate last = story.moment().calendar().addWorkdays(TODAY, promised);

        assertThat(state(story)).isEqualTo(MaterialState.DEFERRED);
        assertThat(slot(story).undertaking().dueOn()).isAfter(TODAY).isBefore(last);
        assertThat(story.events())
                .filteredOn(event -> event.kind() == CaseEventKind.ACCEPTED)
                .singleElement()
                .satisfies(event -> assertThat(VoucherType.of(event))
                        .containsExactly(VoucherType.ACCEPTANCE_NOTICE, VoucherType.DEFERRED_NOTICE));
        assertThat(refusal(() -> story.approved())).containsExactly(": 容缺材料尚未补齐，不能作出准予决定。");

        assertThat(story.filled(MAP, FIRST).approved().told().status()).isEqualTo(CaseStatus.COMPLETED);
    }

    @Test
    void without_a_promise_nothing_is_handed_in_while_the_administration_has_the_word() {
        CaseStory story = draft().submitted();
        Caller applicant = CallerFixture.enterprise();

        assertThatThrownBy(() -> story.told().openSlot(applicant, MAP, CaseAction.DOCUMENT_UPLOAD, story.moment()))
                .isInstanceOf(Problem.class)
                .hasMessage("ILLEGAL_TRANSITION");
    }

    @Test
    void a_promise_opens_its_own_slot_and_no_other() {
        CaseStory story = draft().promised(MAP).submitted();
        String other = LICENCE.materials().getFirst().id();

        assertThat(story.told()
                        .openSlot(CallerFixture.enterprise(), MAP, CaseAction.DOCUMENT_UPLOAD, story.moment())
                        .material()
                        .id())
                .isEqualTo(MAP);
        assertThatThrownBy(() -> story.told()
                        .openSlot(CallerFixture.enterprise(), other, CaseAction.DOCUMENT_UPLOAD, story.moment()))
                .isInstanceOf(Problem.class)
                .hasMessage("ILLEGAL_TRANSITION");
    }

    @Property
    void what_is_kept_is_read_back(@ForAll("materials") CaseMaterials materials) {
        assertThat(CaseMaterials.parse(materials.text())).isEqualTo(materials);
    }

    @Property
    void a_new_document_always_answers_a_notice(@ForAll("slots") MaterialSlot slot) {
        MaterialSlot answered = slot.asked("-").filled(UUID.randomUUID(), TrustGrade.C);

        assertThat(answered.provided()).isTrue();
        assertThat(answered.toSupplement()).isFalse();
    }

    @Provide
    Arbitrary<CaseMaterials> materials() {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8), slots())
                .ofMaxSize(4)
                .map(CaseMaterials::new);
    }

    @Provide
    Arbitrary<MaterialSlot> slots() {
        Arbitrary<Undertaking> promises = Combinators.combine(
                        Arbitraries.of(Undertaking.Kind.class),
                        Arbitraries.of(TODAY, TODAY.plusDays(9)).injectNull(0.3))
                .as(Undertaking::new);
        return Combinators.combine(
                        documents(),
                        Arbitraries.of(TrustGrade.A, TrustGrade.D).injectNull(0.5),
                        Arbitraries.of(true, false),
                        promises.injectNull(0.5),
                        Arbitraries.strings().injectNull(0.5))
                .as(MaterialSlot::new);
    }

    private static Arbitrary<List<FiledDocument>> documents() {
        return Combinators.combine(
                        Arbitraries.create(UUID::randomUUID),
                        Arbitraries.of(true, false),
                        Arbitraries.of(TrustGrade.class),
                        Arbitraries.of(DocumentReview.class),
                        Arbitraries.strings().injectNull(0.5))
                .as(FiledDocument::new)
                .list()
                .ofMaxSize(3);
    }

    private static CaseStory draft() {
        return CaseStory.draft(LICENCE, Form.EMPTY, TODAY);
    }

    private static CaseStory filed() {
        return draft().filled(MAP, FIRST).submitted();
    }

    private static MaterialSlot slot(CaseStory story) {
        return story.told().materials().slot(MAP);
    }

    private static MaterialState state(CaseStory story) {
        return slot(story).state();
    }

    static List<String> refusal(Supplier<?> tried) {
        try {
            var _ = tried.get();
            return List.of();
        } catch (Problem refused) {
            return refused.userErrors(Locale.SIMPLIFIED_CHINESE).stream()
                    .map((UserError error) -> String.join(".", error.path()) + ": " + error.message())
                    .toList();
        }
    }
}
