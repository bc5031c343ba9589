package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.SharedFacts.Inquiry;
import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.testing.CallerFixture;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvidenceTest {

    private static final ServiceItem FILING = ItemFixture.item("ht-investment-filing");
    private static final MaterialFact LICENCE = MaterialFact.shared(false, Map.of("status", "ACTIVE"));
    private static final Inquiry INQUIRY =
            new Inquiry("p-citizen", null, RealNameLevel.L3, FILING, Map.of("name", "s3cr3t"));

    @Test
    void a_person_without_a_register_is_known_by_the_token_alone() {
        Evidence evidence = Evidence.of(
                CallerFixture.citizen(), null, FILING, Map.of("a", 1L), SharedRecord.NOTHING, CaseMaterials.NONE);

        assertThat(evidence.facts().form()).isEqualTo(Map.of("a", 1L));
        assertThat(evidence.facts().applicant())
                .isEqualTo(Map.of("type", "NATURAL_PERSON", "realNameLevel", "L3", "name", ""));
    }

    @Test
    void who_acts_for_a_company_is_known_by_both() {
        Evidence evidence = Evidence.of(
                CallerFixture.enterprise(),
                CallerFixture.ENTERPRISE,
                FILING,
                Map.of(),
                SharedRecord.NOTHING,
                CaseMaterials.NONE);

        assertThat(evidence.facts().applicant())
                .isEqualTo(Map.of(
                        "type", "ENTERPRISE",
                        "realNameLevel", "L3",
                        "name", "贵阳示例甲科技有限公司",
                        "uscc", "91520198EXMPL0018E",
                        "corpRole", "LEGAL_REPRESENTATIVE"));
    }

    @Test
    void a_register_adds_to_the_token_and_never_overrules_it() {
        SharedRecord shared = new SharedRecord(Map.of("realNameLevel", "L4", "inSeriousList", true), Map.of());

        assertThat(Evidence.of(CallerFixture.citizen(), null, FILING, Map.of(), shared, CaseMaterials.NONE)
                        .facts()
                        .applicant())
                .isEqualTo(Map.of("type", "NATURAL_PERSON", "realNameLevel", "L3", "name", "", "inSeriousList", true));
    }

    @Test
    void a_shared_licence_and_the_generated_form_fill_their_slots_and_nothing_else_does() {
        SharedRecord shared =
                new SharedRecord(Map.of(), Map.of("businessLicence", LICENCE, "commitmentLetter", LICENCE));
        Evidence evidence = Evidence.of(
                CallerFixture.enterprise(), CallerFixture.ENTERPRISE, FILING, Map.of(), shared, CaseMaterials.NONE);

        assertThat(evidence.materials())
                .isEqualTo(Map.of("businessLicence", LICENCE, "applicationForm", MaterialFact.generated()));
        assertThat(evidence.facts().materials())
                .isEqualTo(Map.of(
                        "businessLicence",
                        Map.of(
                                "submitted", true,
                                "trustGrade", "A",
                                "verified", true,
                                "expired", false,
                                "data", Map.of("status", "ACTIVE")),
                        "applicationForm",
                        Map.of("submitted", true, "data", Map.of())));
    }

    @Test
    void where_nobody_can_be_asked_nothing_is_known() {
        assertThat(asked(Optional.empty())).isEqualTo(SharedRecord.NOTHING);
    }

    @Test
    void a_register_that_fails_in_any_way_counts_as_silent() {
        assertThat(asked(Optional.of(_ -> Uni.createFrom().failure(new IllegalStateException("s3cr3t")))))
                .isEqualTo(SharedRecord.NOTHING);
        assertThat(asked(Optional.of(_ -> {
                    throw new IllegalStateException("s3cr3t");
                })))
                .isEqualTo(SharedRecord.NOTHING);
        assertThat(asked(Optional.of(_ -> Uni.createFrom().nullItem()))).isEqualTo(SharedRecord.NOTHING);
    }

    @Test
    void what_a_register_answers_is_what_is_known() {
        SharedRecord answer = new SharedRecord(Map.of("age", 76L), Map.of());

        assertThat(asked(Optional.of(_ -> Uni.createFrom().item(answer)))).isEqualTo(answer);
    }

    @Test
    void nothing_of_it_is_told_by_accident() {
        SharedRecord shared = new SharedRecord(
                Map.of("legalRepName", "s3cr3t"),
                Map.of("businessLicence", MaterialFact.shared(false, Map.of("n", "s3cr3t"))));
        Evidence evidence = Evidence.of(
                CallerFixture.citizen(), null, FILING, Map.of("name", "s3cr3t"), shared, CaseMaterials.NONE);

        assertThat(INQUIRY + " " + shared + " " + evidence + " " + evidence.facts())
                .doesNotContain("s3cr3t");
        assertThat(evidence.materials().toString()).doesNotContain("s3cr3t");
    }

    private static SharedRecord asked(Optional<SharedFacts> register) {
        return FindingFacts.ask(register, INQUIRY).await().indefinitely();
    }
}
