package cn.onenetwork.scenario;

import static cn.onenetwork.scenario.CaseWalk.APPLICANT;
import static cn.onenetwork.scenario.CaseWalk.GROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.Sweeping;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The ways of an application from its acceptance to its end, each walked through the API from Monday 2 March
/// 2026 on.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecisionPathsTest {

    private static final Map<String, Object> HEARING =
            Map.of("kind", "HEARING", "reason", "申请人要求听证", "expectedDays", 20);

    @Inject
    Sweeping sweeping;

    @BeforeEach
    void it_is_monday() {
        MovableClock.onDay("2026-03-02");
    }

    @Test
    void straight_through_to_the_licence() {
        CaseWalk walk = CaseWalk.underReview("ELECTRONIC").officer("reviewer-hightech", "caseApprove");

        assertThat(walk.events())
                .containsExactly(
                        "DRAFT_SAVED",
                        "SUBMITTED 2026-03-09",
                        "RECEIVED 2026-03-09",
                        "ACCEPTED 2026-03-06",
                        "REVIEW_STARTED 2026-03-06",
                        "APPROVED 2026-03-16",
                        "CERTIFICATE_MAKING_STARTED 2026-03-16",
                        "COMPLETED");
        assertThat(walk.vouchers())
                .containsExactly(
                        "RECEIPT 2026-03-09",
                        "ACCEPTANCE_NOTICE 2026-03-06",
                        "APPROVAL_DECISION 2026-03-16",
                        "CLOSURE_NOTICE");
        assertThat(walk.seenBy(APPLICANT).getString("closure")).isEqualTo("LICENCE_ISSUED");
        assertThat(walk.seenBy(APPLICANT).getString("tab")).isEqualTo("CLOSED");
        assertThat(walk.allowed(APPLICANT)).isEmpty();
        assertThat(walk.allowed("supervisor-hightech")).isEmpty();
    }

    @Test
    void vouchers_are_numbered_by_tenant_type_and_year_one_after_the_other() {
        String first = CaseWalk.underReview("ELECTRONIC").voucherNumber("ACCEPTANCE_NOTICE");
        CaseWalk other = CaseWalk.filed();
        String refusal =
                other.officer("officer-hightech", "caseRefuse", GROUNDS).voucherNumber("NON_ACCEPTANCE_NOTICE");
        String second = CaseWalk.underReview("ELECTRONIC").voucherNumber("ACCEPTANCE_NOTICE");

        assertThat(first).matches("520198-SL-2026-\\d{6}");
        assertThat(refusal).matches("520198-BS-2026-\\d{6}");
        assertThat(sequence(second)).isEqualTo(sequence(first) + 1);

        MovableClock.onDay("2027-01-04");
        assertThat(CaseWalk.underReview("ELECTRONIC").voucherNumber("ACCEPTANCE_NOTICE"))
                .matches("520198-SL-2027-\\d{6}");
    }

    private static int sequence(String number) {
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    @Test
    void a_special_procedure_stops_the_clock_also_across_a_holiday() {
        MovableClock.onDay("2026-03-30");
        CaseWalk walk = CaseWalk.underReview("ELECTRONIC");
        MovableClock.onDay("2026-03-31");
        var _ = walk.officer("reviewer-hightech", "caseSuspend", HEARING);
        assertThat(walk.allowed("reviewer-hightech")).containsExactly("RESUME", "CLAIM");
        assertThat(walk.allowed("supervisor-hightech")).containsExactly("RESUME", "TERMINATE", "CLAIM");
        assertThat(walk.allowed("officer-hightech")).isEmpty();
        assertThat(walk.allowed(APPLICANT)).containsExactly("WITHDRAW");

        MovableClock.onDay("2026-04-07");
        JsonPath paused = walk.seenBy(APPLICANT);
        assertThat(paused.getBoolean("deadline.paused")).isTrue();
        assertThat(paused.getString("deadline.promisedDueOn"))
                .as("as if it ended today")
                .isEqualTo("2026-04-10");
        var _ = walk.officer("reviewer-hightech", "caseResume");

        JsonPath resumed = walk.seenBy(APPLICANT);
        assertThat(resumed.getBoolean("deadline.paused")).isFalse();
        assertThat(resumed.getString("deadline.promisedDueOn")).isEqualTo("2026-04-10");
        assertThat(resumed.getString("deadline.ledger.find { it.date == '2026-04-02' }.reason"))
                .isEqualTo("SPECIAL_PROCEDURE");
        assertThat(resumed.getString("deadline.ledger.find { it.date == '2026-04-06' }.reason"))
                .isEqualTo("HOLIDAY");
        assertThat(walk.events()).endsWith("REVIEW_STARTED 2026-04-03", "SUSPENDED", "RESUMED 2026-04-10");
        assertThat(walk.vouchers()).endsWith("ACCEPTANCE_NOTICE 2026-04-03", "SPECIAL_PROCEDURE_NOTICE");
        assertThat(resumed.getMap("vouchers[2].content")).isEqualTo(HEARING);
    }

    @Test
    void extended_it_has_ten_more_working_days_once() {
        CaseWalk walk = CaseWalk.underReview("ELECTRONIC");
        assertThat(walk.refused("supervisor-hightech", "caseExtend", Map.of("reason", "案情复杂")))
                .isEmpty();

        assertThat(walk.events()).endsWith("REVIEW_STARTED 2026-03-06", "EXTENDED 2026-03-20");
        assertThat(walk.seenBy(APPLICANT).getString("deadline.promisedDueOn")).isEqualTo("2026-03-20");
        assertThat(walk.seenBy(APPLICANT).getString("deadline.statutoryDueOn")).isEqualTo("2026-04-14");
        assertThat(walk.vouchers()).endsWith("EXTENSION_NOTICE 2026-03-20");
        assertThat(walk.seenBy(APPLICANT).getMap("vouchers[2].content"))
                .isEqualTo(Map.of("reason", "案情复杂", "extensionWorkdays", 10));
        assertThat(walk.allowed("supervisor-hightech")).doesNotContain("EXTEND");
        assertThat(walk.refused("supervisor-hightech", "caseExtend", Map.of("reason", "仍复杂")))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void rejected_it_says_why_and_what_can_be_done_against_it() {
        CaseWalk walk = CaseWalk.underReview("ELECTRONIC").officer("reviewer-hightech", "caseReject", GROUNDS);

        assertThat(walk.events()).endsWith("REJECTED 2026-03-16", "COMPLETED");
        assertThat(walk.seenBy(APPLICANT).getString("closure")).isEqualTo("CLOSED_OTHER");
        assertThat(walk.vouchers()).endsWith("REJECTION_DECISION 2026-03-16", "CLOSURE_NOTICE");
        assertThat(walk.seenBy(APPLICANT).getMap("vouchers[2].content")).isEqualTo(GROUNDS);
    }

    @Test
    void terminated_it_is_over_by_the_supervisor_alone() {
        CaseWalk walk = CaseWalk.underReview("ELECTRONIC");
        Map<String, Object> reason = Map.of("reason", "地块已被收回");
        assertThat(walk.triedByOfficer("reviewer-hightech", "caseTerminate", reason, walk.version())
                        .getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        var _ = walk.officer("supervisor-hightech", "caseTerminate", reason);

        assertThat(walk.events()).endsWith("REVIEW_STARTED 2026-03-06", "TERMINATED");
        assertThat(walk.seenBy(APPLICANT).getString("closure")).isEqualTo("CLOSED_OTHER");
        assertThat(walk.seenBy(APPLICANT).getString("tab")).isEqualTo("OTHER");
        assertThat(walk.vouchers()).endsWith("CLOSURE_NOTICE");
        assertThat(walk.allowed("supervisor-hightech")).isEmpty();
    }

    @Test
    void claimed_it_is_left_alone_by_others_until_it_is_released_or_the_claim_expires() {
        CaseWalk walk = CaseWalk.filed().officer("officer-hightech", "caseClaim");
        assertThat(walk.seenBy("officer-hightech").getBoolean("claimedByViewer"))
                .isTrue();
        assertThat(walk.seenBy("supervisor-hightech").getBoolean("claimedByViewer"))
                .isFalse();
        assertThat(walk.allowed("supervisor-hightech")).containsExactly("RELEASE");
        assertThat(walk.refused("supervisor-hightech", "caseReceive", Map.of())).containsExactly("FORBIDDEN");

        var _ = walk.officer("supervisor-hightech", "caseRelease");
        assertThat(walk.allowed("supervisor-hightech"))
                .contains("RECEIVE", "CLAIM")
                .doesNotContain("RELEASE");

        var _ = walk.officer("supervisor-hightech", "caseClaim");
        assertThat(walk.refused("officer-hightech", "caseReceive", Map.of())).containsExactly("FORBIDDEN");
        MovableClock.pass(Duration.ofMinutes(30));
        var _ = walk.officer("officer-hightech", "caseReceive");
        assertThat(walk.events())
                .containsExactly(
                        "DRAFT_SAVED",
                        "SUBMITTED 2026-03-09",
                        "CLAIMED 2026-03-09",
                        "RELEASED 2026-03-09",
                        "CLAIMED 2026-03-09",
                        "RECEIVED 2026-03-09");
    }

    @Test
    void handed_over_at_the_window_it_warns_of_its_own_ten_days_and_is_completed_by_an_officer() {
        CaseWalk walk = CaseWalk.underReview("WINDOW");
        MovableClock.onDay("2026-03-03");
        var _ = walk.officer("reviewer-hightech", "caseApprove");
        assertThat(walk.seenBy(APPLICANT).getString("tab")).isEqualTo("TO_SIGN");
        assertThat(walk.seenBy(APPLICANT).getString("closure")).isNull();
        assertThat(walk.allowed("officer-hightech")).containsExactly("DELIVER", "CLAIM");
        assertThat(walk.allowed("reviewer-hightech")).isEmpty();
        assertThat(walk.allowed(APPLICANT)).isEmpty();

        MovableClock.onDay("2026-03-18");
        var _ = sweeping.sweep().await().atMost(Duration.ofSeconds(60));
        assertThat(walk.seenBy(APPLICANT).getString("timeline.nodes[0].note")).isEqualTo("RED");
        var _ = walk.officer("officer-hightech", "caseDeliver");

        assertThat(walk.events())
                .endsWith(
                        "APPROVED 2026-03-17",
                        "CERTIFICATE_MAKING_STARTED 2026-03-17",
                        "DELIVERY_STARTED 2026-03-17",
                        "WARNING_RAISED 2026-03-17",
                        "DELIVERED",
                        "COMPLETED");
        assertThat(walk.vouchers()).endsWith("APPROVAL_DECISION 2026-03-17", "DELIVERY_RECEIPT", "CLOSURE_NOTICE");
        assertThat(walk.seenBy(APPLICANT).getString("closure")).isEqualTo("LICENCE_ISSUED");
    }

    @Test
    void on_the_weekend_after_its_last_day_it_is_due_and_on_monday_overdue() {
        CaseWalk walk = CaseWalk.underReview("ELECTRONIC");

        for (Map.Entry<String, String> level : Map.of(
                        "2026-03-04", "GREEN", "2026-03-05", "YELLOW", "2026-03-07", "YELLOW", "2026-03-09", "RED")
                .entrySet()) {
            MovableClock.onDay(level.getKey());
            assertThat(walk.seenBy(APPLICANT).getString("deadline.warning")).isEqualTo(level.getValue());
            for (String asked : List.of("GREEN", "YELLOW", "RED")) {
                assertThat(walk.inWorklist(asked))
                        .as("%s %s", level, asked)
                        .isEqualTo(level.getValue().equals(asked));
            }
        }
    }

    @Test
    void who_loses_a_race_gets_stale_version_and_the_fresh_case() {
        CaseWalk walk = CaseWalk.filed();
        int seen = walk.version();
        var _ = walk.officer("officer-hightech", "caseReceive");

        JsonPath lost = walk.triedByOfficer("supervisor-hightech", "caseReceive", Map.of(), seen);

        assertThat(CaseWalk.refusals(lost, "caseReceive")).containsExactly("STALE_VERSION");
        assertThat(lost.getString("data.caseReceive.userErrors[0].path[0]")).isEqualTo("expectedVersion");
        assertThat(lost.getString("data.caseReceive.serviceCase.status")).isEqualTo("RECEIVED");
        assertThat(lost.getInt("data.caseReceive.serviceCase.version")).isEqualTo(seen + 1);
        assertThat(lost.getList("data.caseReceive.serviceCase.allowedActions")).contains("ACCEPT");
    }
}
