package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The audits of npm `graphql-http`, which the GraphQL foundation uses to compare servers.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GraphQLOverHttpAuditsTest {

    private static final int AUDITS = 61;

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void every_audit_of_graphql_over_http_passes() throws Exception {
        NodeProject audits = NodeProject.installed("audits", "audit.js");

        JsonNode results = new ObjectMapper().readTree(audits.run(List.of("node", "audit.js", endpoint.toString())));

        assertThat(StreamSupport.stream(results.spliterator(), false)
                        .filter(result -> !result.path("status").asText().equals("ok")))
                .isEmpty();
        assertThat(results).hasSize(AUDITS);
    }
}
