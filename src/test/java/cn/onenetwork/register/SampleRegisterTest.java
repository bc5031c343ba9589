package cn.onenetwork.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.MaterialFact;
import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.cases.TrustGrade;
import cn.onenetwork.catalogue.FormValues;
import cn.onenetwork.catalogue.SampleLibrary;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.register.Applicants.Applicant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SampleRegisterTest {

    private static final ServiceItem SENIOR_CARD = SampleLibrary.item("ht-senior-card");

    /// The citizen was born on 1949-12-31; days are those of Shanghai.
    @ParameterizedTest
    @CsvSource({"2026-01-05T02:00:00Z, 76", "2026-12-30T15:59:59Z, 76", "2026-12-30T16:00:00Z, 77"})
    void age_is_counted_in_completed_years(Instant now, long age) {
        SharedRecord known = record(now, SENIOR_CARD, Applicants.of("citizen"));

        assertThat(known.applicant())
                .isEqualTo(
                        Map.of("age", age, "inAbnormalList", false, "inSeriousList", false, "falseCommitment", false));
    }

    @Test
    void a_licence_is_trusted_like_an_original() {
        SharedRecord known = record(Instant.parse("2026-01-05T02:00:00Z"), SENIOR_CARD, Applicants.of("citizen"));

        assertThat(known.materials())
                .isEqualTo(Map.of(
                        "applicantId",
                        new MaterialFact(true, TrustGrade.A, true, false, Map.of("idNumber", "11010519491231002X"))));
    }

    @Test
    void a_company_is_told_about_by_its_row_in_the_catalogue() {
        ServiceItem filing = SampleLibrary.item("ht-investment-filing");
        SharedRecord known = record(Instant.parse("2026-01-05T02:00:00Z"), filing, Applicants.of("enterprise-other"));

        assertThat(known.applicant())
                .isEqualTo(Map.of(
                        "legalRepName",
                        "示例法人002",
                        "corpStatus",
                        "ACTIVE",
                        "creditGrade",
                        "B",
                        "inAbnormalList",
                        false,
                        "inSeriousList",
                        false,
                        "falseCommitment",
                        false));
        assertThat(known.materials()).containsOnlyKeys("businessLicence");
        assertThat(known.materials().get("businessLicence").data())
                .isEqualTo(Map.of("uscc", "91520198EXMPL00269", "status", "ACTIVE"));
    }

    @Test
    void the_legal_representative_shows_the_own_identity_card_where_the_form_names_none() {
        ServiceItem seals = SampleLibrary.item("ht-seal-filing");
        Instant now = Instant.parse("2026-01-05T02:00:00Z");

        assertThat(record(now, seals, Applicants.of("enterprise-legal")).materials())
                .containsOnlyKeys("businessLicence", "legalRepId");
        assertThat(record(now, seals, Applicants.of("enterprise-operator")).materials())
                .containsOnlyKeys("businessLicence");
    }

    @Test
    void of_a_stranger_nothing_is_known() {
        ServiceItem filing = SampleLibrary.item("ht-investment-filing");
        SharedRecord known =
                record(Instant.parse("2026-01-05T02:00:00Z"), filing, Applicants.stranger("91520198EXMPL9012W"));

        assertThat(known).isEqualTo(SharedRecord.NOTHING);
    }

    private static SharedRecord record(Instant now, ServiceItem item, Applicant applicant) {
        return new SampleRegister(Clock.fixed(now, ZoneOffset.UTC))
                .record(applicant.inquiry(item, FormValues.of(item.formExample())));
    }
}
