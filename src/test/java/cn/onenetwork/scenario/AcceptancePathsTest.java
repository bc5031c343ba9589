package cn.onenetwork.scenario;

import static cn.onenetwork.scenario.CaseWalk.APPLICANT;
import static cn.onenetwork.scenario.CaseWalk.GROUNDS;
import static cn.onenetwork.scenario.CaseWalk.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.Sweeping;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
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

/// The ways of an application up to its acceptance, each walked through the API from Monday 2 March 2026 on.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AcceptancePathsTest {

    @Inject
    Sweeping sweeping;

    @BeforeEach
    void it_is_monday() {
        MovableClock.onDay("2026-03-02");
    }

    @Test
    void returned_and_filed_again_it_keeps_its_number_and_gets_five_new_days() {
        CaseWalk walk = CaseWalk.filed();
        String number = walk.caseNo();
        var _ = walk.officer("officer-hightech", "caseReturn", MISSING);
        JsonPath returned = walk.seenBy(APPLICANT);
        assertThat(returned.getString("tab")).isEqualTo("TO_SUPPLEMENT");
        assertThat(returned.getString("supplementNotice.answerBy")).isEqualTo("2026-04-14");
        assertThat(returned.getString("supplementNotice.items[0].note")).isEqualTo("请补充项目名称");
        assertThat(walk.allowed(APPLICANT)).containsExactly("DRAFT_SAVE", "SUBMIT", "WITHDRAW");
        assertThat(walk.allowed("officer-hightech")).isEmpty();

        MovableClock.onDay("2026-03-05");
        var _ = walk.applicant("caseSubmit", Map.of());

        assertThat(walk.caseNo()).isEqualTo(number);
        assertThat(walk.events())
                .containsExactly("DRAFT_SAVED", "SUBMITTED 2026-03-09", "RETURNED", "SUBMITTED 2026-03-12");
        assertThat(walk.vouchers()).containsExactly("SUPPLEMENT_NOTICE");
        assertThat(walk.allowed("officer-hightech")).containsExactly("RECEIVE", "REFUSE", "CLAIM");
        assertThat(walk.allowed("supervisor-hightech")).containsExactly("RETURN", "RECEIVE", "REFUSE", "CLAIM");
        assertThat(walk.refused("officer-hightech", "caseReturn", MISSING)).containsExactly("FORBIDDEN");
    }

    @Test
    void supplemented_in_time_it_goes_on_where_it_stood_and_the_days_did_not_count() {
        CaseWalk walk = CaseWalk.filed().officer("officer-hightech", "caseReceive");
        MovableClock.onDay("2026-03-04");
        var _ = walk.officer("officer-hightech", "caseRequireSupplement", MISSING);
        assertThat(walk.seenBy(APPLICANT).getString("supplementNotice.answerBy"))
                .isEqualTo("2026-03-25");
        assertThat(walk.seenBy(APPLICANT).getBoolean("supplementNotice.repeated"))
                .isFalse();
        assertThat(walk.seenBy(APPLICANT).getBoolean("deadline.paused")).isTrue();
        assertThat(walk.allowed(APPLICANT)).containsExactly("SUPPLEMENT", "WITHDRAW");

        MovableClock.onDay("2026-03-11");
        var _ = walk.applicant("caseSupplement", Map.of("note", "已补充"));

        assertThat(walk.seenBy(APPLICANT).getString("supplementNotice")).isNull();
        assertThat(walk.events())
                .containsExactly(
                        "DRAFT_SAVED",
                        "SUBMITTED 2026-03-09",
                        "RECEIVED 2026-03-09",
                        "SUPPLEMENT_REQUIRED",
                        "SUPPLEMENTED 2026-03-16");
        assertThat(walk.vouchers()).containsExactly("RECEIPT 2026-03-09", "SUPPLEMENT_NOTICE");
        assertThat(walk.allowed("officer-hightech")).containsExactly("ACCEPT", "REFUSE", "CLAIM");
        assertThat(walk.refused("officer-hightech", "caseRequireSupplement", MISSING))
                .containsExactly("FORBIDDEN");

        var _ = walk.officer("supervisor-hightech", "caseRequireSupplement", MISSING);
        assertThat(walk.seenBy(APPLICANT).getBoolean("supplementNotice.repeated"))
                .isTrue();
    }

    @Test
    void what_a_notice_asks_for_must_be_there_and_a_notice_that_is_refused_leaves_no_trace() {
        CaseWalk walk = CaseWalk.filed().officer("officer-hightech", "caseReceive");
        String key = Filing.key();
        String before = DatabaseState.digest();
        JsonPath refused = asked(
                walk,
                key,
                List.of(
                        Map.of("path", "projectName", "note", "请补充"),
                        Map.of("path", "noSuchField", "note", "请补充"),
                        Map.of("materialId", "no-such-material", "note", "请补充")));

        assertThat(refused.getList("data.caseRequireSupplement.userErrors.code"))
                .containsExactly("FORM_INVALID", "NOT_FOUND");
        assertThat(refused.getList("data.caseRequireSupplement.userErrors.path"))
                .containsExactly(List.of("items", "1", "path"), List.of("items", "2", "materialId"));
        assertThat(DatabaseState.digest()).isEqualTo(before);
        JsonPath told = asked(walk, key, List.of(Map.of("path", "projectName", "note", "请补充")));
        assertThat(told.getString("data.caseRequireSupplement.serviceCase.status"))
                .as("corrected, under the same key")
                .isEqualTo("SUPPLEMENT_REQUIRED");
    }

    private static JsonPath asked(CaseWalk walk, String key, List<Map<String, String>> items) {
        return Filing.mutate(
                "officer-hightech",
                "caseRequireSupplement",
                Map.of("idempotencyKey", key, "caseId", walk.id(), "expectedVersion", walk.version(), "items", items));
    }

    @Test
    void not_supplemented_it_lapses_the_day_after_the_last() {
        CaseWalk walk = CaseWalk.filed()
                .officer("officer-hightech", "caseReceive")
                .officer("officer-hightech", "caseRequireSupplement", MISSING);

        MovableClock.onDay("2026-03-23");
        sweep();
        assertThat(walk.status()).isEqualTo("SUPPLEMENT_REQUIRED");
        MovableClock.onDay("2026-03-24");
        sweep();

        assertThat(walk.status()).isEqualTo("LAPSED");
        assertThat(walk.seenBy(APPLICANT).getString("closure")).isEqualTo("SUPPLEMENT_LAPSED");
        assertThat(walk.seenBy(APPLICANT).getString("timeline.nodes[0].actor")).isEqualTo("SYSTEM");
        assertThat(walk.vouchers()).containsExactly("RECEIPT 2026-03-09", "SUPPLEMENT_NOTICE", "CLOSURE_NOTICE");
        assertThat(walk.allowed(APPLICANT)).isEmpty();
        assertThat(CaseWalk.refusals(walk.triedByApplicant("caseSupplement", Map.of()), "caseSupplement"))
                .containsExactly("ILLEGAL_TRANSITION");
    }

    @Test
    void left_alone_it_is_accepted_by_law_from_the_day_it_came_in() {
        CaseWalk unseen = CaseWalk.filed();
        CaseWalk seen = CaseWalk.filed().officer("officer-hightech", "caseReceive");

        MovableClock.onDay("2026-03-10");
        assertThat(seen.allowed("officer-hightech")).containsExactly("CLAIM");
        assertThat(seen.refused("officer-hightech", "caseRefuse", GROUNDS)).containsExactly("ILLEGAL_TRANSITION");
        sweep();

        for (CaseWalk walk : List.of(unseen, seen)) {
            JsonPath accepted = walk.seenBy(APPLICANT);
            assertThat(accepted.getString("status")).isEqualTo("UNDER_REVIEW");
            assertThat(accepted.getString("acceptedOn")).isEqualTo("2026-03-02");
            assertThat(accepted.getString("deadline.promisedDueOn")).isEqualTo("2026-03-06");
            assertThat(accepted.getString("deadline.statutoryDueOn")).isEqualTo("2026-03-30");
            assertThat(accepted.getInt("deadline.remainingWorkdays")).isEqualTo(-2);
            assertThat(accepted.getString("deadline.warning")).isEqualTo("RED");
            assertThat(walk.events())
                    .endsWith("DEEMED_ACCEPTED 2026-03-06", "REVIEW_STARTED 2026-03-06", "WARNING_RAISED 2026-03-06");
            assertThat(walk.vouchers()).contains("ACCEPTANCE_NOTICE 2026-03-06");
            assertThat(accepted.getString("vouchers.find { it.type == 'ACCEPTANCE_NOTICE' }.content.acceptedOn"))
                    .isEqualTo("2026-03-02");
        }
    }

    @Test
    void nobody_looks_at_it_and_so_it_warns_after_the_pre_review() {
        CaseWalk walk = CaseWalk.filed();
        assertThat(walk.seenBy(APPLICANT).getString("deadline.warning")).isEqualTo("GREEN");

        MovableClock.onDay("2026-03-04");
        sweep();

        assertThat(walk.events()).endsWith("SUBMITTED 2026-03-09", "WARNING_RAISED 2026-03-09");
        assertThat(walk.seenBy(APPLICANT).getString("deadline.warning")).isEqualTo("YELLOW");
        assertThat(walk.inWorklist("YELLOW")).isTrue();
        var _ = walk.officer("officer-hightech", "caseReceive");
        assertThat(walk.seenBy(APPLICANT).getString("deadline.warning")).isEqualTo("GREEN");
    }

    @Test
    void withdrawn_it_is_over_and_filed_away_after_ninety_days() {
        CaseWalk walk = CaseWalk.filed().applicant("caseWithdraw", Map.of("reason", "项目取消"));

        assertThat(walk.events()).endsWith("SUBMITTED 2026-03-09", "WITHDRAWN");
        assertThat(walk.seenBy(APPLICANT).getString("tab")).isEqualTo("OTHER");
        assertThat(walk.seenBy(APPLICANT).getString("closure")).isEqualTo("VOIDED");
        assertThat(walk.vouchers()).isEmpty();
        assertThat(walk.allowed(APPLICANT)).isEmpty();
        assertThat(walk.allowed("supervisor-hightech")).isEmpty();

        MovableClock.onDay("2026-05-30");
        sweep();
        assertThat(walk.status()).isEqualTo("WITHDRAWN");
        MovableClock.onDay("2026-05-31");
        sweep();
        assertThat(walk.status()).isEqualTo("ARCHIVED");
        assertThat(walk.events()).endsWith("WITHDRAWN", "ARCHIVED");
    }

    @Test
    void not_accepted_it_says_why_and_what_can_be_done_against_it() {
        CaseWalk walk = CaseWalk.filed().officer("officer-hightech", "caseRefuse", GROUNDS);

        JsonPath refused = walk.seenBy(APPLICANT);
        assertThat(refused.getString("status")).isEqualTo("NOT_ACCEPTED");
        assertThat(refused.getString("closure")).isEqualTo("RETURNED");
        assertThat(refused.getString("timeline.nodes[0].note"))
                .contains("不属于本机关职权")
                .contains("可申请行政复议");
        assertThat(walk.vouchers()).containsExactly("NON_ACCEPTANCE_NOTICE");
        assertThat(refused.getMap("vouchers[0].content")).isEqualTo(GROUNDS);
        assertThat(walk.allowed("officer-hightech")).isEmpty();
    }

    private void sweep() {
        var _ = sweeping.sweep().await().atMost(Duration.ofSeconds(60));
    }
}
