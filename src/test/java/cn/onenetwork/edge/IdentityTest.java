package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// People who ask at the same time, on the same event loop, never see each other.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdentityTest {

    /// Parallel fields at the root, batched and unbatched fields below, before and after a read of the
    /// database.
    private static final String QUESTION = """
            query Question {
              first: viewer { id }
              cases: myCases(first: 100) {
                totalCount
                nodes { id materials { state } timeline(first: 1) { nodes { caseId actor } } item { taskCode } }
              }
              worklist(first: 1) { totalCount }
              last: viewer { id kind }
            }
            """;

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final HttpClient http = HttpClient.newHttpClient();
    private String citizen;
    private String neighbour;
    private String officer;

    @BeforeEach
    void everybody_has_something_of_their_own() {
        String taskCode = GraphQl.anonymous()
                .ask("{ serviceItems(first: 1, filter: { target: NATURAL_PERSON }) { nodes { taskCode } } }")
                .getString("data.serviceItems.nodes[0].taskCode");
        for (String persona : List.of("citizen", "citizen-l2")) {
            JsonPath _ = GraphQl.as(persona)
                    .operation(
                            "DraftSave",
                            Map.of(
                                    "input",
                                    Map.of(
                                            "taskCode",
                                            taskCode,
                                            "idempotencyKey",
                                            UUID.randomUUID().toString())));
        }
        citizen = GraphQl.as("citizen").ask("{ viewer { id } }").getString("data.viewer.id");
        neighbour = GraphQl.as("citizen-l2").ask("{ viewer { id } }").getString("data.viewer.id");
        officer = GraphQl.as("officer-cbz").ask("{ viewer { id } }").getString("data.viewer.id");
    }

    @Test
    void over_http_on_one_connection() {
        List<CompletableFuture<JsonNode>> all = IntStream.range(0, 240)
                .mapToObj(i -> ask(
                        switch (i % 4) {
                            case 0 -> "citizen";
                            case 1 -> "citizen-l2";
                            case 2 -> "officer-cbz";
                            default -> null;
                        }))
                .toList();

        everybodySawTheirOwn(all.stream().map(CompletableFuture::join).toList());
    }

    @Test
    void over_sockets_at_the_same_time() {
        List<Wires> wires = List.of(
                Wires.ready(endpoint, Tokens.of("citizen")),
                Wires.ready(endpoint, Tokens.of("citizen-l2")),
                Wires.ready(endpoint, Tokens.of("officer-cbz")),
                Wires.ready(endpoint));
        try {
            IntStream.range(0, 160).forEach(i -> wires.get(i % 4).subscribe("o" + i, QUESTION));

            everybodySawTheirOwn(IntStream.range(0, 160)
                    .mapToObj(i -> answer(wires.get(i % 4)))
                    .toList());
        } finally {
            wires.forEach(Wires::close);
        }
    }

    private static JsonNode answer(Wires wires) {
        JsonNode message = wires.next();
        return message.path("type").asText().equals("next") ? message.path("payload") : answer(wires);
    }

    private void everybodySawTheirOwn(List<JsonNode> answers) {
        for (int i = 0; i < answers.size(); i++) {
            JsonNode data = answers.get(i).path("data");
            String expected = List.of(citizen, neighbour, officer, "").get(i % 4);
            assertThat(data.at("/first/id").asText()).isEqualTo(expected);
            assertThat(data.at("/last/id").asText()).isEqualTo(expected);
            assertThat(data.path("worklist").isNull()).isEqualTo(i % 4 != 2);
        }
        Set<String> mine = cases(answers, 0);
        Set<String> theirs = cases(answers, 1);
        assertThat(mine).isNotEmpty().doesNotContainAnyElementsOf(theirs);
        assertThat(theirs).isNotEmpty();
        assertThat(cases(answers, 3)).isEmpty();
    }

    private static Set<String> cases(List<JsonNode> answers, int who) {
        return IntStream.range(0, answers.size())
                .filter(i -> i % 4 == who)
                .mapToObj(i -> answers.get(i).at("/data/cases/nodes"))
                .flatMap(nodes -> nodes.findValuesAsText("caseId").stream())
                .collect(Collectors.toSet());
    }

    private CompletableFuture<JsonNode> ask(String persona) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Client.body(QUESTION)));
        if (persona != null) {
            request.header("Authorization", "Bearer " + Tokens.of(persona));
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> parse(response.body()));
    }

    private static JsonNode parse(String text) {
        try {
            return Client.JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
