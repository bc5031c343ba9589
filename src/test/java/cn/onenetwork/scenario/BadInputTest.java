package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Bad input gets a code, tells nothing it should not, and leaves the database as it was.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputTest {

    /// The invented number of the persona `citizen`, and the same with a wrong check digit.
    private static final String ID_NUMBER = "11010519491231002X";
    private static final String WRONG_ID_NUMBER = "110105194912310021";

    private static final String LAND = ItemFixture.LAND_PLANNING;
    private static final String TASK_CODE = ItemFixture.item(LAND).taskCode();

    private LogCapture log;

    @BeforeEach
    void listen() {
        log = LogCapture.start();
    }

    @AfterEach
    void hearNothingPrivate() {
        assertThat(log.stop()).doesNotContain(ID_NUMBER, WRONG_ID_NUMBER).doesNotContain("at cn.onenetwork");
    }

    @Test
    void an_unknown_item_is_not_found() {
        JsonPath refused = unchanged(() -> draft(Map.of("taskCode", TASK_CODE.replace("902001", "902009"))));

        assertUserError(refused, "caseDraftSave", "NOT_FOUND", "taskCode");
    }

    @Test
    void an_item_that_is_not_in_force_takes_no_application() {
        String cancelled = ItemFixture.item("cbz-foreign-trade-operator-filing").taskCode();

        assertUserError(
                unchanged(() -> draft(Map.of("taskCode", cancelled))),
                "caseDraftSave",
                "ITEM_NOT_EFFECTIVE",
                "taskCode");
    }

    @Test
    void an_item_for_enterprises_takes_no_application_of_a_person() {
        Map<String, Object> input = Map.of("idempotencyKey", Filing.key(), "taskCode", TASK_CODE);

        assertUserError(
                unchanged(() -> Filing.mutate("citizen", "caseDraftSave", input)),
                "caseDraftSave",
                "WRONG_TARGET",
                "taskCode");
    }

    @Test
    void nobody_acts_for_a_corporation_that_is_not_the_tokens() {
        assertUserError(
                unchanged(() -> draft(Map.of("taskCode", TASK_CODE, "onBehalfOf", "91520198EXMPL00269"))),
                "caseDraftSave",
                "NOT_DELEGATED",
                "onBehalfOf");
    }

    @Test
    void a_new_draft_needs_an_item_and_an_old_one_keeps_its_own() {
        assertRefused(unchanged(() -> draft(Map.of())), "caseDraftSave", "BAD_USER_INPUT");
        String id = Filing.draft("enterprise-legal", LAND);
        String other = ItemFixture.item("ht-building-planning").taskCode();

        assertRefused(unchanged(() -> draft(Map.of("id", id, "taskCode", other))), "caseDraftSave", "BAD_USER_INPUT");
    }

    @Test
    void missing_extra_and_mistyped_answers_are_all_told_at_once_each_with_its_place() {
        Map<String, Object> form = Filing.formExample(LAND);
        form.remove("projectName");
        form.put("landArea", "viel");
        form.put("surprise", ID_NUMBER);
        form.put("uscc", "91520198EXMPL0018X");
        String id = Filing.draft("enterprise-legal", LAND, form);

        JsonPath refused = unchanged(() -> submit(id));

        assertThat(refused.getList("data.caseSubmit.userErrors.code")).containsOnly("FORM_INVALID");
        assertThat(refused.<List<String>>getList("data.caseSubmit.userErrors.path"))
                .contains(
                        List.of("form", "projectName"),
                        List.of("form", "landArea"),
                        List.of("form", "surprise"),
                        List.of("form", "uscc"));
        assertThat(refused.prettify()).doesNotContain(ID_NUMBER).doesNotContain("viel");
    }

    @Test
    void problems_of_a_form_are_told_in_the_language_of_the_reader() {
        String id = Filing.draft("enterprise-legal", LAND, Map.of());
        String mutation = "mutation($input: CaseSubmitInput!) { caseSubmit(input: $input) { userErrors { message } } }";
        Map<String, Object> input = Map.of("input", Map.of("idempotencyKey", Filing.key(), "id", id));

        String chinese =
                GraphQl.as("enterprise-legal").ask(mutation, input).getString("data.caseSubmit.userErrors[0].message");
        String english = GraphQl.as("enterprise-legal")
                .speaking("en")
                .ask(mutation, input)
                .getString("data.caseSubmit.userErrors[0].message");

        assertThat(chinese).matches(".*\\p{IsHan}.*");
        assertThat(english).matches("[\\x20-\\x7e]+");
    }

    @Test
    void a_wrong_check_digit_of_an_id_number_is_told_and_never_repeated() {
        Map<String, Object> form = Filing.formExample(ItemFixture.SENIOR_CARD);
        String field = form.keySet().stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("idn"))
                .findFirst()
                .orElseThrow();
        form.put(field, WRONG_ID_NUMBER);
        String id = Filing.draft("citizen", ItemFixture.SENIOR_CARD, form);

        JsonPath refused = unchanged(
                () -> Filing.mutate("citizen", "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id)));

        assertUserError(refused, "caseSubmit", "FORM_INVALID", "form", field);
        assertThat(refused.prettify()).doesNotContain(WRONG_ID_NUMBER);
    }

    @Test
    void a_form_that_is_too_large_is_refused_by_the_form_and_one_that_is_huge_at_the_door() {
        Map<String, Object> large = Map.of("projectName", "x".repeat(300_000));
        Map<String, Object> huge = Map.of("projectName", "长".repeat(1_000_000));

        assertUserError(
                unchanged(() -> draft(Map.of("taskCode", TASK_CODE, "form", large))),
                "caseDraftSave",
                "FORM_INVALID",
                "form");
        assertRefused(
                unchanged(() -> draft(Map.of("taskCode", TASK_CODE, "form", huge))), "caseDraftSave", "BAD_USER_INPUT");
    }

    @Test
    void a_character_that_no_database_can_hold_is_refused() {
        Map<String, Object> form = Map.of("projectName", "a\u0000b");

        assertUserError(
                unchanged(() -> draft(Map.of("taskCode", TASK_CODE, "form", form))),
                "caseDraftSave",
                "FORM_INVALID",
                "form");
    }

    @Test
    void a_form_that_is_no_object_is_refused_and_not_repeated() {
        JsonPath refused = unchanged(() -> draft(Map.of("taskCode", TASK_CODE, "form", List.of(ID_NUMBER))));

        assertThat(refused.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
        assertThat(refused.prettify()).doesNotContain(ID_NUMBER);
    }

    @Test
    void a_stale_version_loses_and_gets_the_fresh_case() {
        String id = Filing.submitted("enterprise-legal", LAND);
        JsonPath refused = unchanged(() -> Filing.mutate(
                "officer-hightech",
                "caseReceive",
                Map.of("idempotencyKey", Filing.key(), "caseId", id, "expectedVersion", 1)));

        assertThat(refused.getString("data.caseReceive.userErrors[0].code")).isEqualTo("STALE_VERSION");
        assertThat(refused.<String>getList("data.caseReceive.userErrors[0].path"))
                .containsExactly("expectedVersion");
        assertThat(refused.getInt("data.caseReceive.serviceCase.version"))
                .isEqualTo(Filing.version("officer-hightech", id));
    }

    @Test
    void an_action_out_of_turn_is_told_with_the_status_it_stands_at() {
        String id = Filing.submitted("enterprise-legal", LAND);
        int version = Filing.version("officer-hightech", id);
        JsonPath refused = unchanged(() -> Filing.mutate(
                "officer-hightech",
                "caseAccept",
                Map.of("idempotencyKey", Filing.key(), "caseId", id, "expectedVersion", version)));

        assertUserError(refused, "caseAccept", "ILLEGAL_TRANSITION");
        assertThat(refused.getString("data.caseAccept.userErrors[0].message")).contains("已提交待预审");
    }

    @Test
    void ids_and_keys_that_cannot_be_ours_are_refused() {
        for (String id : List.of("", "1", "' or true --", "x".repeat(10_000))) {
            assertUserError(unchanged(() -> submit(id)), "caseSubmit", "NOT_FOUND", "id");
        }
        for (String key : List.of("", " ", "x".repeat(129), "schlüssel", "a\nb")) {
            JsonPath refused = unchanged(() -> Filing.mutate(
                    "enterprise-legal", "caseDraftSave", Map.of("idempotencyKey", key, "taskCode", TASK_CODE)));
            assertRefused(refused, "caseDraftSave", "BAD_USER_INPUT");
        }
    }

    @Test
    void pages_are_one_to_a_hundred_and_cursors_are_ours() {
        for (String list : List.of("myCases", "serviceItems")) {
            for (String arguments :
                    List.of("first: 0", "first: 101", "first: -1", "after: \"nonsense\"", "after: \"\"")) {
                JsonPath refused = GraphQl.as("enterprise-legal")
                        .ask("{ " + list + "(" + arguments + ") { pageInfo { hasNextPage } } viewer { id } }");
                assertRefused(refused, list, "BAD_USER_INPUT");
                assertThat(refused.getString("data.viewer.id"))
                        .as("its sibling")
                        .isNotNull();
            }
        }
    }

    @Test
    void a_case_is_asked_for_by_one_of_id_and_number() {
        assertRefused(GraphQl.as("citizen").ask("{ serviceCase { id } }"), "serviceCase", "BAD_USER_INPUT");
        assertRefused(
                GraphQl.as("citizen").ask("{ serviceCase(id: \"1\", caseNo: \"2\") { id } }"),
                "serviceCase",
                "BAD_USER_INPUT");
    }

    @Test
    void without_a_token_there_is_the_catalogue_and_the_calendar_and_nothing_else() {
        JsonPath answer = GraphQl.anonymous()
                .ask(
                        "{ viewer { id } serviceItems(first: 1) { nodes { name } } dueDate(from: \"2026-03-02\", workdays: 1)"
                                + " { dueOn } myCases { totalCount } worklist { totalCount } serviceCase(id: \"1\") { id } }");

        assertThat(answer.getList("data.serviceItems.nodes")).hasSize(1);
        assertThat(answer.getString("data.dueDate.dueOn")).isEqualTo("2026-03-03");
        assertThat(answer.getString("data.viewer")).isNull();
        assertThat(answer.getList("errors.extensions.code"))
                .containsExactly("UNAUTHENTICATED", "UNAUTHENTICATED", "UNAUTHENTICATED");
    }

    @Test
    void a_missing_role_is_told_at_the_top_and_leaves_the_field_empty() {
        assertRefused(GraphQl.as("citizen").ask("{ worklist { totalCount } }"), "worklist", "FORBIDDEN");
        assertRefused(GraphQl.as("officer-hightech").ask("{ myCases { totalCount } }"), "myCases", "FORBIDDEN");
        assertRefused(GraphQl.as("admin").ask("{ worklist { totalCount } }"), "worklist", "FORBIDDEN");
        assertRefused(
                unchanged(() -> Filing.mutate(
                        "officer-hightech",
                        "caseDraftSave",
                        Map.of("idempotencyKey", Filing.key(), "taskCode", TASK_CODE))),
                "caseDraftSave",
                "FORBIDDEN");
    }

    private static JsonPath draft(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("idempotencyKey", Filing.key());
        return Filing.mutate("enterprise-legal", "caseDraftSave", input);
    }

    private static JsonPath submit(String id) {
        return Filing.mutate("enterprise-legal", "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));
    }

    /// Sends something that must change nothing.
    private static JsonPath unchanged(Supplier<JsonPath> request) {
        String before = DatabaseState.digest();
        JsonPath answer = request.get();
        assertThat(DatabaseState.digest()).as("the database").isEqualTo(before);
        return answer;
    }

    private static void assertUserError(JsonPath answer, String mutation, String code, String... path) {
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getString("data." + mutation + ".serviceCase.id")).isNull();
        assertThat(answer.getString("data." + mutation + ".userErrors[0].code")).isEqualTo(code);
        if (path.length > 0) {
            assertThat(answer.<String>getList("data." + mutation + ".userErrors[0].path"))
                    .containsExactly(path);
        }
    }

    private static void assertRefused(JsonPath answer, String field, String code) {
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo(code);
        assertThat(answer.getString("errors[0].extensions.errorId")).isNotBlank();
        assertThat(answer.getString("data." + field)).isNull();
    }
}
