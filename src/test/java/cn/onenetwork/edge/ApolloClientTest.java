package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.edge.EdgeConfig.Accepted;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Automatic persisted queries as npm `@apollo/client` speaks them.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApolloClientTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    Gates gates;

    @Test
    void it_sends_a_document_once_and_gets_it_by_its_hash_from_then_on() throws Exception {
        accept(Accepted.PERSISTED);
        List<JsonNode> said = ask("{}");

        assertThat(said).hasSize(5);
        assertThat(request(said.get(0))).isEqualTo("GET hash 200");
        assertThat(request(said.get(1))).isEqualTo("POST query hash 200");
        assertThat(request(said.get(3))).isEqualTo("GET hash 200");
        assertThat(said.get(0).path("caching").asText()).isEqualTo("no-store");
        assertThat(said.get(3).path("caching").asText()).isEqualTo("public, max-age=60");
        assertThat(List.of(said.get(2), said.get(4)))
                .extracting(JsonNode::toString)
                .containsOnly("{\"data\":{\"__typename\":\"Query\"},\"error\":null}");
    }

    @Test
    void where_only_trusted_documents_run_it_stops_sending_hashes_and_shows_why_it_is_refused() throws Exception {
        accept(Accepted.TRUSTED);
        List<JsonNode> said = ask("{\"Accept-Language\":\"en\"}");

        assertThat(request(said.get(0))).isEqualTo("GET hash 200");
        assertThat(request(said.get(1))).startsWith("POST query").endsWith("403");
        assertThat(said.getLast().path("error").asText()).contains("please update the app");
        assertThat(said).filteredOn(line -> line.has("method")).hasSize(3);
    }

    private void accept(Accepted accepted) {
        Tuned limits = gates.limits();
        limits.accept = accepted;
        gates.install(limits);
    }

    private List<JsonNode> ask(String headers) throws Exception {
        return NodeProject.installed("clients", "persist.js")
                .run(List.of("node", "persist.js", endpoint.toString(), "query Registered { __typename }", headers))
                .lines()
                .map(ApolloClientTest::json)
                .toList();
    }

    /// What went out, and the status that came back.
    private static String request(JsonNode line) {
        return line.path("method").asText()
                + (line.path("withQuery").asBoolean() ? " query" : "")
                + (line.path("withHash").asBoolean() ? " hash" : "")
                + " " + line.path("status").asInt();
    }

    private static JsonNode json(String line) {
        try {
            return Client.JSON.readTree(line);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
