package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Delegating;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What separates the duties of staff, over the API.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StaffRulesTest {

    private static final String OFFICER = "officer-hightech";
    private static final String REVIEWER = "reviewer-hightech";
    private static final String SUPERVISOR = "supervisor-hightech";
    private static final String COMPANY = "corporation:91520198EXMPL0018E";

    /// Every mutation that changes a case as an officer does, with what it needs besides.
    private static final Map<String, Map<String, Object>> DEEDS = Map.ofEntries(
            Map.entry("caseReturn", CaseWalk.MISSING),
            Map.entry("caseReceive", Map.of()),
            Map.entry("caseAccept", Map.of()),
            Map.entry("caseRefuse", CaseWalk.GROUNDS),
            Map.entry("caseRequireSupplement", CaseWalk.MISSING),
            Map.entry("caseSuspend", Map.of("kind", "EXPERT_REVIEW", "reason", "需专家评审", "expectedDays", 5)),
            Map.entry("caseResume", Map.of()),
            Map.entry("caseExtend", Map.of("reason", "案情复杂")),
            Map.entry("caseApprove", Map.of()),
            Map.entry("caseReject", CaseWalk.GROUNDS),
            Map.entry("caseTerminate", Map.of("reason", "申请人终止")),
            Map.entry("caseDeliver", Map.of()),
            Map.entry("caseClaim", Map.of()),
            Map.entry("caseRelease", Map.of()));

    @AfterEach
    void nobody_has_ties() {
        Delegating.forgetAll();
    }

    @Test
    void who_accepts_a_promised_licence_does_not_decide_on_it_whatever_the_role() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        var _ = Filing.officer(SUPERVISOR, "caseReceive", id);
        var _ = Filing.officer(SUPERVISOR, "caseAccept", id);

        assertThat(allowed(SUPERVISOR, id)).doesNotContain("APPROVE", "REJECT").contains("EXTEND");
        assertThat(codes(SUPERVISOR, "caseApprove", id, Map.of())).containsExactly("FORBIDDEN");
        assertThat(codes(SUPERVISOR, "caseReject", id, CaseWalk.GROUNDS)).containsExactly("FORBIDDEN");
        assertThat(codes(REVIEWER, "caseApprove", id, Map.of())).isEmpty();
    }

    @Test
    void who_did_not_accept_decides_also_after_a_supplement() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        var _ = Filing.officer(SUPERVISOR, "caseReceive", id);
        var _ = Filing.officer(SUPERVISOR, "caseAccept", id);
        var _ = Filing.officer(REVIEWER, "caseRequireSupplement", id, CaseWalk.MISSING);
        assertThat(Filing.mutate("enterprise-legal", "caseSupplement", Map.of("idempotencyKey", Filing.key(), "id", id))
                        .getList("data.caseSupplement.userErrors.code"))
                .isEmpty();

        assertThat(codes(SUPERVISOR, "caseApprove", id, Map.of()))
                .as("acceptance is not forgotten on the way")
                .containsExactly("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {OFFICER, SUPERVISOR})
    void nobody_handles_the_own_application(String persona) {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        change("applicant_id = 'p-" + persona + "'", id);

        assertNothingIsAllowed(persona, id);
    }

    @ParameterizedTest
    @ValueSource(strings = {OFFICER, SUPERVISOR})
    void nobody_handles_an_application_that_somebody_else_filed_in_the_own_name(String persona) {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        change("owner = 'person:p-" + persona + "'", id);

        assertNothingIsAllowed(persona, id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "REVOKED", "RELEASED", "EXPIRED"})
    void nobody_handles_an_application_of_somebody_he_acts_or_acted_for(String status) {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        tie(OFFICER, status, true);

        assertNothingIsAllowed(OFFICER, id);
        assertThat(codes(SUPERVISOR, "caseReceive", id, Map.of())).isEmpty();
    }

    @Test
    void a_grant_that_was_never_accepted_is_no_tie() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        tie(OFFICER, "REFUSED", false);

        assertThat(codes(OFFICER, "caseReceive", id, Map.of())).isEmpty();
    }

    @Test
    void auditors_see_and_change_nothing() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        assertThat(allowed("auditor", id)).isEmpty();
        String before = DatabaseState.digest();

        DEEDS.forEach((mutation, more) ->
                assertThat(error("auditor", mutation, id, more)).as(mutation).isEqualTo("FORBIDDEN"));
        for (String mutation : List.of("caseDraftSave", "caseSubmit", "caseSupplement", "caseWithdraw")) {
            assertThat(Filing.mutate("auditor", mutation, Map.of("idempotencyKey", Filing.key(), "id", id))
                            .getString("errors[0].extensions.code"))
                    .as(mutation)
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(DatabaseState.digest()).isEqualTo(before);
    }

    @Test
    void admins_see_no_case_and_change_none() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        String before = DatabaseState.digest();

        assertThat(GraphQl.as("admin")
                        .ask("query($id: ID) { serviceCase(id: $id) { id } }", Map.of("id", id))
                        .getString("data.serviceCase"))
                .isNull();
        for (String list : List.of("myCases", "worklist")) {
            assertThat(GraphQl.as("admin")
                            .ask("{ " + list + " { totalCount } }")
                            .getString("errors[0].extensions.code"))
                    .as(list)
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(GraphQl.as("admin").ask("{ caseEvents { totalCount } }").getInt("data.caseEvents.totalCount"))
                .isZero();
        DEEDS.forEach((mutation, more) ->
                assertThat(error("admin", mutation, id, more)).as(mutation).isEqualTo("FORBIDDEN"));
        assertThat(DatabaseState.digest()).isEqualTo(before);
    }

    @Test
    void staff_of_another_tenant_find_no_case() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);

        for (String persona : List.of("officer-cbz", "reviewer-cbz")) {
            assertThat(GraphQl.as(persona)
                            .ask("query($id: ID) { serviceCase(id: $id) { id } }", Map.of("id", id))
                            .getString("data.serviceCase"))
                    .isNull();
        }
        assertThat(codes("officer-cbz", "caseReceive", id, Map.of())).containsExactly("NOT_FOUND");
        assertThat(codes("reviewer-cbz", "caseApprove", id, Map.of())).containsExactly("NOT_FOUND");
    }

    private static void assertNothingIsAllowed(String persona, String id) {
        assertThat(allowed(persona, id)).isEmpty();
        assertThat(codes(persona, "caseReceive", id, Map.of())).containsExactly("FORBIDDEN");
        assertThat(codes(persona, "caseClaim", id, Map.of())).containsExactly("FORBIDDEN");
    }

    private static List<String> allowed(String persona, String id) {
        return GraphQl.as(persona)
                .ask("query($id: ID) { serviceCase(id: $id) { allowedActions } }", Map.of("id", id))
                .getList("data.serviceCase.allowedActions");
    }

    private static JsonPath tried(String persona, String mutation, String id, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        String version = DatabaseState.query("select version from service_case where id = '" + id + "'");
        input.putAll(
                Map.of("idempotencyKey", Filing.key(), "caseId", id, "expectedVersion", Integer.parseInt(version)));
        return Filing.mutate(persona, mutation, input);
    }

    private static List<String> codes(String persona, String mutation, String id, Map<String, Object> more) {
        JsonPath answer = tried(persona, mutation, id, more);
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data." + mutation + ".userErrors.code");
    }

    private static String error(String persona, String mutation, String id, Map<String, Object> more) {
        return tried(persona, mutation, id, more).getString("errors[0].extensions.code");
    }

    private static void change(String what, String id) {
        assertThat(DatabaseState.execute("update service_case set " + what + " where id = '" + id + "'"))
                .isEqualTo(1);
    }

    private static void tie(String persona, String status, boolean accepted) {
        assertThat(DatabaseState.execute(
                        """
                        insert into delegation (id, version, principal, principal_name, role, granted_by, agent_hash, agent,
                            actions, valid_from, valid_to, status, created_at, accepted_at)
                        values (gen_random_uuid(), 1, '%s', '', 'OPERATOR', 'x', 'x', 'p-%s', '{}', '%s', '2030-01-01',
                            '%s', now(), %s)
                        """.formatted(COMPANY, persona, Instant.EPOCH, status, accepted ? "now()" : "null")))
                .isEqualTo(1);
    }
}
