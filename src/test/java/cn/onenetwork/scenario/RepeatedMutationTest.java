package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// A phone on a bad network sends a mutation twice. It is done once.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatedMutationTest {

    private static final String TASK_CODE =
            ItemFixture.item(ItemFixture.LAND_PLANNING).taskCode();

    @Test
    void the_same_key_with_the_same_input_makes_one_case_and_answers_with_it_again() {
        Map<String, Object> input = draft(Filing.key());

        String first = id(Filing.mutate("enterprise-legal", "caseDraftSave", input));
        String second = id(Filing.mutate("enterprise-legal", "caseDraftSave", input));

        assertThat(second).isEqualTo(first);
        assertThat(version(first)).isEqualTo(1);
    }

    @Test
    void the_order_of_the_answers_in_the_form_makes_no_other_input() {
        Map<String, Object> one = draft(Filing.key());
        Map<String, Object> other = new HashMap<>(one);
        one.put("form", ordered("projectName", "厂房", "landArea", 42_000));
        other.put("form", ordered("landArea", 42_000, "projectName", "厂房"));

        String first = id(Filing.mutate("enterprise-legal", "caseDraftSave", one));

        assertThat(id(Filing.mutate("enterprise-legal", "caseDraftSave", other)))
                .isEqualTo(first);
    }

    @Test
    void the_same_key_with_other_input_is_refused_and_changes_nothing() {
        Map<String, Object> input = draft(Filing.key());
        String first = id(Filing.mutate("enterprise-legal", "caseDraftSave", input));
        Map<String, Object> other = new HashMap<>(input);
        other.put("form", Map.of("landArea", 1));

        JsonPath refused = Filing.mutate("enterprise-legal", "caseDraftSave", other);

        assertThat(refused.getString("data.caseDraftSave.userErrors[0].code")).isEqualTo("IDEMPOTENCY_CONFLICT");
        assertThat(refused.getString("data.caseDraftSave.serviceCase")).isNull();
        assertThat(version(first)).isEqualTo(1);
    }

    @Test
    void a_number_of_the_form_is_part_of_the_input() {
        Map<String, Object> input = draft(Filing.key());
        input.put("form", Map.of("landArea", 1));
        var _ = id(Filing.mutate("enterprise-legal", "caseDraftSave", input));
        input.put("form", Map.of("landArea", 2));

        assertThat(Filing.mutate("enterprise-legal", "caseDraftSave", input)
                        .getString("data.caseDraftSave.userErrors[0].code"))
                .isEqualTo("IDEMPOTENCY_CONFLICT");
    }

    @Test
    void a_key_belongs_to_one_person_and_one_mutation() {
        String key = Filing.key();
        String mine = id(Filing.mutate("enterprise-legal", "caseDraftSave", draft(key)));
        String theirs = id(Filing.mutate("enterprise-other", "caseDraftSave", draft(key)));

        JsonPath submitted = Filing.mutate("enterprise-legal", "caseSubmit", Map.of("idempotencyKey", key, "id", mine));

        assertThat(theirs).isNotEqualTo(mine);
        assertThat(submitted.getString("data.caseSubmit.userErrors[0].code")).isEqualTo("FORM_INVALID");
    }

    @Test
    void a_failed_attempt_may_be_repeated_with_the_same_key() {
        String id = Filing.draft("enterprise-legal", ItemFixture.LAND_PLANNING, Map.of());
        Map<String, Object> input = Map.of("idempotencyKey", Filing.key(), "id", id);
        assertThat(Filing.mutate("enterprise-legal", "caseSubmit", input)
                        .getString("data.caseSubmit.userErrors[0].code"))
                .isEqualTo("FORM_INVALID");
        Filing.handIn("enterprise-legal", id);
        var _ = Filing.mutate(
                "enterprise-legal",
                "caseDraftSave",
                Map.of(
                        "idempotencyKey",
                        Filing.key(),
                        "id",
                        id,
                        "form",
                        Filing.formExample(ItemFixture.LAND_PLANNING)));

        JsonPath submitted = Filing.mutate("enterprise-legal", "caseSubmit", input);

        assertThat(submitted.getString("data.caseSubmit.serviceCase.status")).isEqualTo("SUBMITTED");
    }

    @Test
    void twins_in_flight_make_one_case() throws Exception {
        for (int round = 0; round < 10; round++) {
            Map<String, Object> input = draft(Filing.key());
            Set<String> ids =
                    new HashSet<>(atOnce(8, () -> id(Filing.mutate("enterprise-legal", "caseDraftSave", input))));

            assertThat(ids).hasSize(1).doesNotContainNull();
        }
    }

    @Test
    void twins_that_submit_give_the_case_one_number_and_one_event() throws Exception {
        String id = Filing.complete("enterprise-legal", ItemFixture.LAND_PLANNING);
        Map<String, Object> input = Map.of("idempotencyKey", Filing.key(), "id", id);

        Set<String> numbers = new HashSet<>(atOnce(
                8,
                () -> Filing.mutate("enterprise-legal", "caseSubmit", input)
                        .getString("data.caseSubmit.serviceCase.caseNo")));

        assertThat(numbers).hasSize(1).doesNotContainNull();
        assertThat(GraphQl.as("enterprise-legal")
                        .ask(
                                "query($id: ID) { serviceCase(id: $id) { timeline { nodes { kind } } } }",
                                Map.of("id", id))
                        .getList("data.serviceCase.timeline.nodes.kind"))
                .startsWith("SUBMITTED")
                .containsOnlyOnce("SUBMITTED");
    }

    private static Map<String, Object> draft(String key) {
        return new HashMap<>(Map.of("idempotencyKey", key, "taskCode", TASK_CODE));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            map.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return map;
    }

    private static String id(JsonPath answer) {
        return answer.getString("data.caseDraftSave.serviceCase.id");
    }

    private static int version(String id) {
        return GraphQl.as("enterprise-legal")
                .ask("query($id: ID) { serviceCase(id: $id) { version } }", Map.of("id", id))
                .getInt("data.serviceCase.version");
    }

    private static List<String> atOnce(int times, Callable<String> work) throws Exception {
        List<String> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> result : executor.invokeAll(java.util.Collections.nCopies(times, work))) {
                results.add(result.get());
            }
        }
        return results;
    }
}
