package cn.onenetwork.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Erasure at a person's request, and by the rules of retention.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasureTest {

    private static final String PERSON = "enterprise-legal";
    private static final String ITEM = ItemFixture.LAND_PLANNING;
    private static final String ERASE = """
            mutation($input: PersonalDataEraseInput!) { personalDataErase(input: $input) {
                results { dataClass caseId caseNo erased keptBecause keptUntil } userErrors { code path } } }
            """;

    @Inject
    LettingGo lettingGo;

    @Test
    void a_draft_goes_with_all_that_hangs_on_it() {
        String id = Filing.complete(PERSON, ITEM);
        assertThat(count("document", "case_id", id)).isNotEqualTo("0");
        String keys =
                DatabaseState.query("select count(distinct storage_key) from document where case_id = '" + id + "'");

        assertThat(results(id)).containsExactly(result("DRAFT", id, true, null, null));

        assertThat(count("service_case", "id", id)).isEqualTo("0");
        assertThat(count("case_event", "case_id", id)).isEqualTo("0");
        assertThat(count("document", "case_id", id)).isEqualTo("0");
        assertThat(DatabaseState.query(
                        "select data_class || ' ' || reason || ' ' || (events > 0) || ' ' || (documents > 0)"
                                + " from erased_case where case_id = '" + id + "'"))
                .isEqualTo("DRAFT REQUESTED true true");
        assertThat(Integer.parseInt(keys)).isPositive();
        assertThat(GraphQl.as(PERSON)
                        .ask("query($id: ID) { serviceCase(id: $id) { id } }", Map.of("id", id))
                        .getString("data.serviceCase"))
                .isNull();
    }

    @Test
    void the_bytes_of_its_documents_are_left_to_be_deleted() {
        String id = Filing.complete(PERSON, ITEM);
        String key = DatabaseState.query("select storage_key from document where case_id = '" + id + "' limit 1");

        var _ = results(id);

        assertThat(count("storage_garbage", "storage_key", key)).isEqualTo("1");
    }

    @Test
    void a_case_that_is_handled_is_kept_by_duty_until_it_is_withdrawn() {
        String id = Filing.submitted(PERSON, ITEM);
        assertThat(results(id)).containsExactly(result("CASE_IN_PROGRESS", id, false, "STATUTORY_DUTY", null));
        assertThat(count("service_case", "id", id)).isEqualTo("1");

        withdraw(id);
        assertThat(results(id)).containsExactly(result("WITHDRAWN_APPLICATION", id, true, null, null));
        assertThat(count("service_case", "id", id)).isEqualTo("0");
    }

    @Test
    void a_closed_file_is_an_archive_with_a_last_day() {
        MovableClock.onDay("2026-11-20");
        String id = Filing.submitted("enterprise-other", ItemFixture.POLICY_CLAIM);
        var _ = DatabaseState.execute("update service_case set status = 'COMPLETED', closure = 'CLOSED_OTHER',"
                + " accepted_on = date '2026-11-20', closed_at = timestamptz '2026-11-20 16:00+08' where id = '" + id
                + "'");

        assertThat(results("enterprise-other", id))
                .containsExactly(result("CASE_FILE", id, false, "ARCHIVES_LAW", "2036-11-20"));
        assertThat(count("service_case", "id", id)).isEqualTo("1");
    }

    @Test
    void the_database_itself_refuses_to_erase_a_file() {
        String id = Filing.submitted(PERSON, ITEM);

        assertThat(DatabaseState.query("select case_erase('" + id + "', 'REQUESTED', now() + interval '1 day')"))
                .isEqualTo("f");
        assertThat(count("service_case", "id", id)).isEqualTo("1");
    }

    @Test
    void nobody_erases_what_is_not_theirs() {
        String id = Filing.draft(PERSON, ITEM);
        for (String other : List.of("citizen", "enterprise-other", "enterprise-operator")) {
            assertThat(erase(other, id).getList("data.personalDataErase.userErrors.code"))
                    .as(other)
                    .isEqualTo(List.of("NOT_FOUND"));
        }
        for (String staff : List.of("officer-hightech", "auditor", "admin")) {
            assertThat(erase(staff, id).getString("errors[0].extensions.code"))
                    .as(staff)
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(count("service_case", "id", id)).isEqualTo("1");
    }

    @Test
    void all_at_once_says_of_everything_what_became_of_it() {
        String draft = Filing.draft("citizen-l2", "ht-residence-permit");
        Map<String, Object> input = Map.of("idempotencyKey", Filing.key());

        JsonPath first = GraphQl.as("citizen-l2").ask(ERASE, Map.of("input", input));
        JsonPath again = GraphQl.as("citizen-l2").ask(ERASE, Map.of("input", input));

        assertThat(first.<Map<String, Object>>getList("data.personalDataErase.results"))
                .anySatisfy(
                        one -> assertThat(one).containsEntry("caseId", draft).containsEntry("erased", true));
        assertThat(again.getList("data.personalDataErase.userErrors")).isEmpty();
        assertThat(again.<String>getList("data.personalDataErase.results.caseId"))
                .doesNotContain(draft);
    }

    @Test
    void drafts_and_withdrawn_applications_go_by_themselves_when_their_time_is_over() {
        MovableClock.onDay("2026-01-05");
        String old = Filing.draft(PERSON, ITEM);
        String withdrawn = Filing.submitted(PERSON, ITEM);
        withdraw(withdrawn);
        MovableClock.onDay("2026-04-04");
        String young = Filing.draft(PERSON, ITEM);
        sweep();
        assertThat(there(old, withdrawn, young)).as("the 89th day").isEqualTo("3");

        MovableClock.onDay("2026-04-06");
        sweep();
        assertThat(there(old)).as("ninety days have passed").isEqualTo("0");
        assertThat(there(withdrawn, young)).isEqualTo("2");

        MovableClock.onDay("2027-01-06");
        sweep();
        assertThat(there(withdrawn)).as("a year has passed").isEqualTo("0");
        assertThat(DatabaseState.query("select reason from erased_case where case_id = '" + withdrawn + "'"))
                .isEqualTo("RETENTION_OVER");
    }

    @Test
    void while_another_pod_sweeps_this_one_does_not() throws SQLException {
        MovableClock.onDay("2026-01-05");
        String old = Filing.draft(PERSON, ITEM);
        MovableClock.onDay("2026-05-06");
        try (Connection other = DatabaseState.owner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + LettingGo.LOCK + ")");
            sweep();
            assertThat(there(old)).isEqualTo("1");
            other.rollback();
        }
        sweep();
        assertThat(there(old)).isEqualTo("0");
    }

    @Test
    void the_rules_are_told_to_everybody() {
        List<Map<String, Object>> rules = GraphQl.anonymous()
                .ask("{ retentionRules { dataClass kept basis end erasable } }")
                .getList("data.retentionRules");

        assertThat(rules)
                .extracting(rule -> rule.get("dataClass") + " " + rule.get("kept") + " " + rule.get("erasable"))
                .containsExactly(
                        "DRAFT P90D true",
                        "WITHDRAWN_APPLICATION P1Y true",
                        "CASE_IN_PROGRESS null false",
                        "CASE_FILE P10Y false",
                        "LICENCE_FILE P30Y false",
                        "ACCESS_LOG P3Y false",
                        "CONSENT P3Y false");
    }

    private void sweep() {
        var _ = lettingGo.sweep().await().indefinitely();
    }

    private static void withdraw(String id) {
        JsonPath done = Filing.mutate(PERSON, "caseWithdraw", Map.of("idempotencyKey", Filing.key(), "id", id));
        assertThat(done.getString("data.caseWithdraw.serviceCase.status")).isEqualTo("WITHDRAWN");
    }

    private static String there(String... ids) {
        return DatabaseState.query(
                "select count(*) from service_case where id in ('" + String.join("', '", ids) + "')");
    }

    private static String count(String table, String column, String value) {
        return DatabaseState.query("select count(*) from " + table + " where " + column + " = '" + value + "'");
    }

    private static Map<String, Object> result(
            String dataClass, String id, boolean erased, String because, String until) {
        Map<String, Object> result = new HashMap<>();
        result.put("dataClass", dataClass);
        result.put("caseId", id);
        result.put("erased", erased);
        result.put("keptBecause", because);
        result.put("keptUntil", until);
        return result;
    }

    private static List<Map<String, Object>> results(String id) {
        return results(PERSON, id);
    }

    private static List<Map<String, Object>> results(String persona, String id) {
        JsonPath answer = erase(persona, id);
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data.personalDataErase.userErrors")).isEmpty();
        List<Map<String, Object>> results = answer.getList("data.personalDataErase.results");
        results.forEach(one -> one.remove("caseNo"));
        return results;
    }

    private static JsonPath erase(String persona, String id) {
        return GraphQl.as(persona).ask(ERASE, Map.of("input", Map.of("idempotencyKey", Filing.key(), "caseId", id)));
    }
}
