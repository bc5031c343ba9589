package cn.onenetwork.cases;

import static cn.onenetwork.cases.CaseMaterialsTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.CaseMaterialView.MaterialState;
import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.testing.CallerFixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What an application needs, on the drainage permit: two reports, of which one may be promised, a licence that
/// another authority has, and two materials that are needed under conditions.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandingInTest {

    private static final ServiceItem ITEM = ItemFixture.item("ht-drainage-permit");
    private static final Map<String, Object> NO_TREATMENT = Map.of("pretreatment", "NONE", "keyPolluter", false);
    private static final SharedRecord LICENCE_KNOWN =
            new SharedRecord(Map.of(), Map.of("businessLicence", MaterialFact.shared(false, Map.of())));

    @Test
    void everything_that_is_missing_is_told_at_once() {
        assertThat(refusal(() -> handIn(NO_TREATMENT, SharedRecord.NOTHING, CaseMaterials.NONE, List.of(), List.of())))
                .containsExactlyElementsOf(missing("businessLicence", "pipeDrawing", "waterReport"));
    }

    @Test
    void what_another_authority_has_and_what_the_service_makes_need_no_upload() {
        CaseMaterials filed =
                handIn(NO_TREATMENT, LICENCE_KNOWN, uploaded("pipeDrawing", "waterReport"), List.of(), List.of());

        assertThat(grades(filed))
                .isEqualTo(Map.of(
                        id("applicationForm"), TrustGrade.D,
                        id("businessLicence"), TrustGrade.A,
                        id("pipeDrawing"), TrustGrade.C,
                        id("waterReport"), TrustGrade.C));
    }

    @Test
    void a_conditional_material_is_asked_for_where_its_condition_holds_and_not_where_it_cannot_be_told() {
        CaseMaterials uploads = uploaded("pipeDrawing", "waterReport");

        assertThat(refusal(() -> handIn(
                        Map.of("pretreatment", "SEDIMENTATION", "keyPolluter", true),
                        LICENCE_KNOWN,
                        uploads,
                        List.of(),
                        List.of())))
                .containsExactlyElementsOf(missing("pretreatProof", "autoMonitor"));
        assertThat(refusal(() -> handIn(Map.of(), LICENCE_KNOWN, uploads, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void a_promise_stands_in_where_the_item_allows_it() {
        CaseMaterials committed =
                handIn(NO_TREATMENT, LICENCE_KNOWN, uploaded("pipeDrawing"), List.of(id("waterReport")), List.of());
        CaseMaterials deferred =
                handIn(NO_TREATMENT, LICENCE_KNOWN, uploaded("pipeDrawing"), List.of(), List.of(id("waterReport")));

        assertThat(committed.slot(id("waterReport")).state()).isEqualTo(MaterialState.COMMITTED);
        assertThat(committed.slot(id("waterReport")).trustGrade()).contains(TrustGrade.D);
        assertThat(deferred.slot(id("waterReport")).state()).isEqualTo(MaterialState.DEFERRED);
        assertThat(deferred.slot(id("waterReport")).trustGrade()).isEmpty();
    }

    @Test
    void a_promise_for_anything_else_is_refused_at_its_place() {
        assertThat(refusal(() -> Promises.of(ITEM, List.of(id("waterReport"), id("pipeDrawing")), List.of())))
                .containsExactly("commitments.1: 该材料不适用告知承诺。");
        assertThat(refusal(() -> Promises.of(ITEM, List.of(), List.of(id("pipeDrawing")))))
                .containsExactly("deferred.0: 该材料不适用容缺受理。");
        assertThat(refusal(() -> Promises.of(ITEM, List.of("ht-company-setup-m01"), List.of())))
                .containsExactly("commitments.0: 未找到，或您无权查看。");
        assertThat(refusal(() -> Promises.of(ITEM, List.of(id("waterReport")), List.of(id("waterReport")))))
                .containsExactly("deferred.0: 该材料不适用容缺受理。");
    }

    @Test
    void a_document_that_is_there_comes_before_a_promise() {
        CaseMaterials filed = handIn(
                NO_TREATMENT,
                LICENCE_KNOWN,
                uploaded("pipeDrawing", "waterReport"),
                List.of(id("waterReport")),
                List.of());

        assertThat(filed.slot(id("waterReport")).state()).isEqualTo(MaterialState.PROVIDED);
    }

    @Test
    void who_has_a_record_of_bad_credit_or_a_false_commitment_may_promise_nothing_but_hand_everything_in() {
        for (String record : List.of("inSeriousList", "falseCommitment")) {
            SharedRecord bad = new SharedRecord(Map.of(record, true), LICENCE_KNOWN.materials());

            for (boolean commit : List.of(true, false)) {
                assertThat(refusal(() -> handIn(
                                NO_TREATMENT,
                                bad,
                                uploaded("pipeDrawing"),
                                commit ? List.of(id("waterReport")) : List.of(),
                                commit ? List.of() : List.of(id("waterReport")))))
                        .as(record)
                        .containsExactly("commitments: 申请人有未修复的严重失信或虚假承诺记录，不适用告知承诺和容缺受理。");
            }
            assertThat(refusal(() ->
                            handIn(NO_TREATMENT, bad, uploaded("pipeDrawing", "waterReport"), List.of(), List.of())))
                    .isEmpty();
        }
    }

    @Test
    void promises_of_an_earlier_filing_do_not_last() {
        CaseMaterials before =
                Promises.of(ITEM, List.of(id("waterReport")), List.of()).on(CaseMaterials.NONE);

        assertThat(new Promises(Map.of()).on(before).slot(id("waterReport")).undertaking())
                .isNull();
    }

    private static CaseMaterials handIn(
            Map<String, Object> form,
            SharedRecord shared,
            CaseMaterials uploads,
            List<String> commitments,
            List<String> deferred) {
        Promises promises = Promises.of(ITEM, commitments, deferred);
        CaseMaterials promised = promises.on(uploads);
        Evidence evidence =
                Evidence.of(CallerFixture.enterprise(), CallerFixture.ENTERPRISE, ITEM, form, shared, promised);
        return HandingIn.check(ITEM, promised, evidence, promises);
    }

    private static CaseMaterials uploaded(String... keys) {
        CaseMaterials uploads = CaseMaterials.NONE;
        for (String key : keys) {
            uploads = uploads.change(id(key), slot -> slot.filled(UUID.randomUUID(), TrustGrade.C));
        }
        return uploads;
    }

    private static List<String> missing(String... keys) {
        return List.of(keys).stream()
                .map(HandingInTest::material)
                .map(material -> "materials." + material.id() + ": 缺少必需材料：" + material.name() + "。")
                .toList();
    }

    private static Map<String, TrustGrade> grades(CaseMaterials filed) {
        return filed.slots().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, slot -> slot.getValue().trustGrade().orElseThrow()));
    }

    private static String id(String key) {
        return material(key).id();
    }

    private static RequiredMaterial material(String key) {
        return ITEM.materials().stream()
                .filter(material -> material.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
