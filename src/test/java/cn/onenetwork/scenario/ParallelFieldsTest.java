package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// GraphQL resolves fields side by side; each must have a session of its own, or they break each other and the
/// pool.
@QuarkusTest
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParallelFieldsTest {

    private static final int CLIENTS = 20;
    private static final int ROUNDS = 40;

    /// Four aliased root fields; `item` and `materials` are batched, `timeline` goes through a loader.
    private static final String FOUR_FIELDS = """
            {
              a: myCases(first: 5) { totalCount nodes { caseNo item { name } materials { state } } }
              b: myCases(first: 3, tab: IN_REVIEW) { nodes { item { name } deadline { warning } timeline(first: 2) { nodes { kind } } } }
              c: serviceItems(first: 5, filter: { text: "许可" }) { totalCount nodes { name } }
              d: myCases(first: 1) { nodes { timeline(first: 1) { totalCount } item { taskCode } } }
            }
            """;

    @BeforeEach
    void fileSomeCases() {
        for (int filed = 0; filed < 3; filed++) {
            assertThat(Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING))
                    .isNotEmpty();
        }
    }

    @Test
    void queries_of_many_fields_never_fail_and_leave_the_pool_whole() throws Exception {
        List<String> problems =
                storm(_ -> problem(GraphQl.as("enterprise-legal").ask(FOUR_FIELDS)));

        assertThat(problems).isEmpty();
        assertAnswersAtOnce();
    }

    @Test
    void mutations_in_between_change_nothing_of_that() throws Exception {
        List<String> problems = storm(round -> round % 4 == 0
                ? mutationProblem()
                : problem(GraphQl.as("enterprise-legal").ask(FOUR_FIELDS)));

        assertThat(problems).isEmpty();
        assertAnswersAtOnce();
    }

    private static String mutationProblem() {
        JsonPath answer = Filing.mutate(
                "enterprise-legal",
                "caseDraftSave",
                Map.of(
                        "idempotencyKey",
                        Filing.key(),
                        "taskCode",
                        ItemFixture.item(ItemFixture.LAND_PLANNING).taskCode()));
        return answer.getString("data.caseDraftSave.serviceCase.id") == null ? answer.prettify() : "";
    }

    private static String problem(JsonPath answer) {
        boolean whole = answer.getList("errors") == null
                && answer.getInt("data.a.totalCount") >= 3
                && answer.getString("data.a.nodes[0].item.name") != null
                && answer.getList("data.a.nodes[0].materials").size() == 5
                && answer.getList("data.b.nodes[0].timeline.nodes").size() == 2
                && answer.getInt("data.c.totalCount") > 0
                && answer.getInt("data.d.nodes[0].timeline.totalCount") >= 1;
        return whole ? "" : answer.prettify();
    }

    /// The pool has 20 connections; a poisoned one would make this wait for its time-out and answer with
    /// nothing.
    private static void assertAnswersAtOnce() {
        for (int time = 0; time < CLIENTS; time++) {
            assertThat(GraphQl.as("enterprise-legal")
                            .ask("{ myCases(first: 1) { nodes { id } } }")
                            .getList("data.myCases.nodes"))
                    .hasSize(1);
        }
    }

    private static List<String> storm(Round round) throws Exception {
        List<Callable<List<String>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(() -> oneClient(round));
        }
        List<String> problems = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> client : executor.invokeAll(clients)) {
                problems.addAll(client.get());
            }
        }
        return problems;
    }

    private static List<String> oneClient(Round round) {
        List<String> problems = new ArrayList<>();
        for (int number = 0; number < ROUNDS; number++) {
            String problem = round.problem(number);
            if (!problem.isEmpty()) {
                problems.add(problem);
            }
        }
        return problems;
    }

    @FunctionalInterface
    private interface Round {
        String problem(int number);
    }
}
