package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseLine;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Subscription;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The database goes away and comes back; nobody restarts the service.
@QuarkusTest
@TestProfile(DatabaseAwayTest.OverALine.class)
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseAwayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(6);
    /// For a machine that is busy with other things; without a deadline it would take for ever.
    private static final Duration SLACK = Duration.ofSeconds(12);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    /// More than the pool has connections.
    private static final int BURST = 30;

    private static final String MINE = "{ myCases(first: 1) { nodes { id item { name } } } viewer { kind } }";

    /// The service behind a [DatabaseLine], with a near deadline.
    public static final class OverALine implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("one-network.edge.deadline", DEADLINE.toSeconds() + "S");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DatabaseLine.class));
        }
    }

    private String id;

    @BeforeEach
    void fileOne() {
        id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        assertThat(health("started")).as("as the kubelet asks").isEqualTo(200);
        // Before anything is measured: the first burst is the slowest.
        everybodyIsAnsweredAgain();
    }

    @AfterEach
    void mend() {
        DatabaseLine.mend();
        await().atMost(RECOVERY).until(DatabaseAwayTest::works);
    }

    @Test
    void a_database_that_is_gone_is_told_at_once_and_found_again_by_itself() throws Exception {
        DatabaseLine.cut();
        await().atMost(RECOVERY).until(() -> unavailable(ask()));

        assertThat(burst())
                .filteredOn(answer -> !unavailable(answer))
                .map(JsonPath::prettify)
                .isEmpty();
        assertThat(ready()).isEqualTo(503);
        assertThat(health("live")).as("nobody restarts it").isEqualTo(200);
        assertThat(health("started")).as("it has started once and for all").isEqualTo(200);
        assertThat(dependencies()).containsEntry("database", false).containsEntry("storage", true);
        await().atMost(RECOVERY).until(() -> !dependencies().get("listener"));
        JsonPath mutation =
                Filing.mutate("enterprise-legal", "caseWithdraw", Map.of("idempotencyKey", Filing.key(), "id", id));
        assertThat(mutation.getList("errors.extensions.code")).containsExactly("UNAVAILABLE");
        assertThat(mutation.prettify()).doesNotContain("127.0.0.1", "Exception", "postgres");

        DatabaseLine.mend();
        await().atMost(RECOVERY).until(DatabaseAwayTest::works);
        everybodyIsAnsweredAgain();
        assertThat(ready()).isEqualTo(200);
        await().atMost(RECOVERY).until(() -> health("well") == 200);
    }

    @Test
    void a_database_that_hangs_is_told_at_the_deadline_and_a_burst_into_it_leaves_the_pool_whole() throws Exception {
        DatabaseLine.freeze();
        long begun = System.nanoTime();
        long asked = System.nanoTime();
        assertThat(ready()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .as("the kubelet waits for three seconds")
                .isLessThan(Duration.ofSeconds(3));
        begun = System.nanoTime();
        List<JsonPath> answers = burst();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(answers)
                .filteredOn(answer -> !unavailable(answer))
                .map(JsonPath::prettify)
                .isEmpty();
        assertThat(took).isLessThan(DEADLINE.plus(SLACK));

        DatabaseLine.mend();
        await().atMost(RECOVERY).until(DatabaseAwayTest::works);
        everybodyIsAnsweredAgain();
    }

    @Test
    void what_happened_while_the_line_was_cut_is_delivered_when_it_is_whole() {
        try (Subscription watching =
                GraphQl.as("enterprise-legal").subscribeTo("CaseProgress", Map.of("id", id, "afterSequence", 1))) {
            assertThat(watching.next().getInt("data.caseProgressed.sequence")).isEqualTo(2);
            DatabaseLine.cut();
            await().atMost(RECOVERY).until(() -> unavailable(ask()));
            DatabaseLine.mend();
            await().atMost(RECOVERY).until(DatabaseAwayTest::works);
            JsonPath _ = Filing.officer("officer-hightech", "caseReceive", id);

            assertThat(watching.next().getInt("data.caseProgressed.sequence")).isEqualTo(3);
        }
    }

    private static JsonPath ask() {
        return GraphQl.as("enterprise-legal").ask(MINE);
    }

    private static boolean works() {
        return answered(ask());
    }

    private static boolean answered(JsonPath answer) {
        return answer.getList("errors") == null
                && answer.getList("data.myCases.nodes").size() == 1
                && answer.getString("data.myCases.nodes[0].item.name") != null;
    }

    private static boolean unavailable(JsonPath answer) {
        List<String> codes = answer.getList("errors.extensions.code");
        return codes != null && codes.stream().allMatch("UNAVAILABLE"::equals) && answer.get("data.myCases") == null;
    }

    /// A whole burst, at the latest when the work of those who were told to wait is done. No answer in between is
    /// empty without saying why, as those of a poisoned pool are.
    private static void everybodyIsAnsweredAgain() {
        await().atMost(RECOVERY).until(() -> {
            List<JsonPath> answers = burst();
            assertThat(answers)
                    .filteredOn(answer -> !answered(answer) && !unavailable(answer))
                    .map(JsonPath::prettify)
                    .isEmpty();
            return answers.stream().allMatch(DatabaseAwayTest::answered);
        });
    }

    private static int ready() {
        return health("ready");
    }

    private static int health(String which) {
        return RestAssured.get("/q/health/" + which).statusCode();
    }

    private static Map<String, Boolean> dependencies() {
        return RestAssured.get("/q/health/well").jsonPath().getMap("checks.find { it.name == 'dependencies' }.data");
    }

    private static List<JsonPath> burst() throws Exception {
        List<JsonPath> answers = new ArrayList<>();
        Callable<JsonPath> one = DatabaseAwayTest::ask;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<JsonPath> answer : clients.invokeAll(Collections.nCopies(BURST, one))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
