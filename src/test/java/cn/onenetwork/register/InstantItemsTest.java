package cn.onenetwork.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.EvidenceFixture;
import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.catalogue.CaseKind;
import cn.onenetwork.catalogue.FormValues;
import cn.onenetwork.catalogue.ItemState;
import cn.onenetwork.catalogue.SampleLibrary;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.Verdict;
import cn.onenetwork.catalogue.Verdict.Outcome;
import cn.onenetwork.register.Applicants.Applicant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What becomes of the example application of every instant item in use, with the sample register and without
/// any upload.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstantItemsTest {

    private static final SampleRegister REGISTER =
            new SampleRegister(Clock.fixed(Instant.parse("2026-01-05T02:00:00Z"), ZoneOffset.UTC));
    private static final List<ServiceItem> INSTANT = SampleLibrary.items().stream()
            .filter(item -> item.caseKind() == CaseKind.INSTANT && item.state() == ItemState.IN_USE)
            .toList();

    /// For those that a person decides, the rules of which something is not known: each asks for a document
    /// that only the applicant can hand in.
    private static final Map<String, String> FOR_A_PERSON = Map.of(
            "ht-soil-conservation", "R02=UNKNOWN",
            "ht-construction-permit", "R06=UNKNOWN",
            "ht-company-change", "R04=UNKNOWN",
            "ht-company-deregistration", "R03=UNKNOWN",
            "ht-public-place-hygiene", "R03=UNKNOWN R04=UNKNOWN",
            "ht-special-equipment", "R03=UNKNOWN R06=UNKNOWN",
            "ht-fire-safety-check", "R03=UNKNOWN");

    private static final List<String> APPROVED = List.of(
            "ht-investment-filing",
            "ht-company-setup",
            "ht-seal-filing",
            "ht-tax-registration",
            "ht-social-insurance-registration",
            "ht-fund-registration",
            "ht-bank-account-booking",
            "ht-social-insurance-certificate",
            "ht-unemployment-benefit",
            "ht-medical-remote-filing",
            "ht-fund-withdrawal",
            "ht-birth-certificate",
            "ht-senior-card",
            "ht-birth-registration",
            "ht-resident-medical-enrolment",
            "cbz-company-setup",
            "cbz-zone-enterprise-filing",
            "cbz-customs-declarant-filing",
            "cbz-processing-trade-account",
            "cbz-fx-directory",
            "cbz-cross-border-filing");

    @Test
    void twenty_one_of_twenty_eight_items_approve_their_example_at_once() {
        Map<String, String> expected = new TreeMap<>(FOR_A_PERSON);
        APPROVED.forEach(item -> expected.put(item, ""));
        Map<String, String> told = new TreeMap<>();
        INSTANT.forEach(item -> told.put(item.id(), open(verdict(item, Applicants.example(item), Map.of()))));

        assertThat(told).isEqualTo(expected).hasSize(28);
        assertThat(INSTANT)
                .filteredOn(item ->
                        verdict(item, Applicants.example(item), Map.of()).approved())
                .extracting(ServiceItem::id)
                .containsExactlyInAnyOrderElementsOf(APPROVED);
    }

    @Test
    void without_a_register_no_item_approves_itself() {
        assertThat(INSTANT).allSatisfy(item -> {
            Applicant applicant = Applicants.example(item);
            Map<String, ?> form = FormValues.of(item.formExample());
            Verdict verdict = item.approvalRules()
                    .evaluate(EvidenceFixture.facts(
                            applicant.caller(), applicant.principal(), item, form, SharedRecord.NOTHING));

            assertThat(verdict.approved()).isFalse();
            assertThat(verdict.open()).extracting(Outcome::state).containsOnly(Verdict.State.UNKNOWN);
        });
    }

    @Test
    void who_types_the_number_of_another_company_goes_to_a_person() {
        ServiceItem item = SampleLibrary.item("cbz-customs-declarant-filing");

        assertThat(open(verdict(item, Applicants.of("enterprise-legal"), Map.of())))
                .isEqualTo("R02=NOT_MET");
    }

    @Test
    void who_types_the_number_of_another_person_goes_to_a_person() {
        ServiceItem item = SampleLibrary.item("ht-social-insurance-certificate");

        assertThat(open(verdict(item, Applicants.of("citizen-l2"), Map.of()))).isEqualTo("R02=NOT_MET");
    }

    @Test
    void somebody_else_is_found_by_number_and_name_together_only() {
        ServiceItem setup = SampleLibrary.item("ht-company-setup");

        assertThat(open(verdict(setup, Applicants.of("citizen"), Map.of()))).isEmpty();
        assertThat(open(verdict(setup, Applicants.of("citizen"), Map.of("legalRepName", "示例乙"))))
                .isEqualTo("R03=UNKNOWN");
        assertThat(open(verdict(setup, Applicants.of("citizen"), Map.of("legalRepIdNumber", "520198199003070017"))))
                .isEqualTo("R03=UNKNOWN");
    }

    @Test
    void a_company_with_a_bad_record_goes_to_a_person() {
        ServiceItem item = SampleLibrary.item("ht-investment-filing");
        String uscc = "91520198EXMPL0106W";

        assertThat(open(verdict(item, Applicants.stranger(uscc), Map.of("uscc", uscc))))
                .isEqualTo("R03=NOT_MET");
    }

    @Test
    void a_company_without_a_row_goes_to_a_person() {
        ServiceItem item = SampleLibrary.item("ht-investment-filing");
        String uscc = "91520198EXMPL9012W";

        assertThat(open(verdict(item, Applicants.stranger(uscc), Map.of("uscc", uscc))))
                .isEqualTo("R02=UNKNOWN R03=UNKNOWN");
    }

    @Test
    void a_level_that_is_too_low_goes_to_a_person() {
        ServiceItem item = SampleLibrary.item("ht-unemployment-benefit");

        assertThat(open(verdict(item, Applicants.of("citizen-l2"), Map.of("idNumber", "520198199003070017"))))
                .isEqualTo("R01=NOT_MET R03=UNKNOWN R04=UNKNOWN R06=UNKNOWN");
    }

    private static Verdict verdict(ServiceItem item, Applicant applicant, Map<String, Object> changes) {
        Map<String, Object> form = new LinkedHashMap<>(FormValues.of(item.formExample()));
        form.putAll(changes);
        SharedRecord shared = REGISTER.record(applicant.inquiry(item, form));
        return item.approvalRules()
                .evaluate(EvidenceFixture.facts(applicant.caller(), applicant.principal(), item, form, shared));
    }

    private static String open(Verdict verdict) {
        return verdict.open().stream()
                .map(outcome -> outcome.ruleId() + "=" + outcome.state())
                .collect(Collectors.joining(" "));
    }
}
