package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `graphql-transport-ws`, row by row.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SocketTest {

    private static final String NOT_FOUND =
            "subscription { caseProgressed(id: \"00000000-0000-7000-8000-000000000000\") { id } }";
    private static final String MINE = "{ viewer { kind } }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void a_socket_without_connection_init_is_closed() {
        try (Wires wires = Wires.open(endpoint)) {
            assertThat(wires.closing().code()).isEqualTo(4408);
        }
    }

    @Test
    void a_second_connection_init_closes() {
        try (Wires wires = Wires.ready(endpoint)) {
            assertThat(wires.send("{\"type\":\"connection_init\"}").closing().code())
                    .isEqualTo(4429);
        }
    }

    @Test
    void a_second_connection_init_closes_also_before_the_first_is_acknowledged() {
        try (Wires wires = Wires.open(endpoint)) {
            String init = "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer "
                    + Tokens.of("citizen") + "\"}}";
            assertThat(wires.send(init).send(init).closing().code()).isEqualTo(4429);
        }
    }

    @Test
    void an_operation_before_connection_init_closes() {
        try (Wires wires = Wires.open(endpoint)) {
            assertThat(wires.subscribe("1", MINE).closing().code()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"start\"}",
                "{\"type\":\"connection_ack\"}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"error\",\"id\":\"1\",\"payload\":[]}",
                "{\"type\":\"ping\",\"payload\":\"text\"}",
                "{\"type\":\"pong\",\"payload\":[]}",
                "{\"type\":\"complete\"}",
                "{\"type\":\"complete\",\"id\":\"\"}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{__typename}\"}}",
                "{\"type\":\"subscribe\",\"id\":1,\"payload\":{\"query\":\"{__typename}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":[]}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{__typename}\",\"variables\":[]}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{__typename}\",\"operationName\":1}}"
            })
    void a_message_that_is_none_closes(String message) {
        try (Wires wires = Wires.ready(endpoint)) {
            assertThat(wires.send(message).closing().code()).isEqualTo(4400);
        }
    }

    @Test
    void a_binary_message_closes() {
        try (Wires wires = Wires.ready(endpoint)) {
            wires.sendBinary();
            assertThat(wires.closing().code()).isEqualTo(4400);
        }
    }

    @Test
    void a_ping_is_answered_with_its_payload_even_before_connection_init() {
        try (Wires wires = Wires.open(endpoint)) {
            wires.send("{\"type\":\"ping\",\"payload\":{\"n\":[1.5,null,\"二\"]}}")
                    .send("{\"type\":\"ping\"}")
                    .send("{\"type\":\"pong\"}");

            assertThat(wires.next().toString()).isEqualTo("{\"type\":\"pong\",\"payload\":{\"n\":[1.5,null,\"二\"]}}");
            assertThat(wires.next().toString()).isEqualTo("{\"type\":\"pong\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization", "AUTHORIZATION"})
    void the_token_of_connection_init_says_who_asks(String key) {
        try (Wires wires = Wires.open(endpoint)) {
            wires.send("{\"type\":\"connection_init\",\"payload\":{\"" + key + "\":\"Bearer " + Tokens.of("officer-cbz")
                    + "\"}}");
            wires.expect("connection_ack");
            wires.subscribe("1", MINE);

            assertThat(wires.expect("next").at("/payload/data/viewer/kind").asText())
                    .isEqualTo("STAFF");
            assertThat(wires.expect("complete").path("id").asText()).isEqualTo("1");
        }
    }

    @Test
    void the_header_of_the_upgrade_says_who_asks_where_connection_init_says_nothing() {
        try (Wires wires = Wires.open(endpoint, "Authorization", "Bearer " + Tokens.of("officer-cbz"))) {
            wires.send("{\"type\":\"connection_init\",\"payload\":{}}").expect("connection_ack");

            assertThat(wires.subscribe("1", MINE)
                            .expect("next")
                            .at("/payload/data/viewer/kind")
                            .asText())
                    .isEqualTo("STAFF");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Bearer nonsense\"", "\"Basic bm9ib2R5Og==\"", "\"nonsense\"", "7"})
    void a_token_that_is_none_closes(String token) {
        try (Wires wires = Wires.open(endpoint)) {
            wires.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":" + token + "}}");

            assertThat(wires.closing()).isEqualTo(new Wires.Closing(4403, "Forbidden"));
        }
    }

    @Test
    void a_session_is_not_taken_from_another_web_site() {
        assertThatThrownBy(() -> Wires.open(
                        endpoint, "Authorization", "Bearer " + Tokens.of("citizen"), "Origin", "https://evil.example"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        try (Wires own = Wires.open(
                endpoint,
                "Authorization",
                "Bearer " + Tokens.of("citizen"),
                "Origin",
                "http://" + endpoint.getAuthority())) {
            own.send("{\"type\":\"connection_init\"}").expect("connection_ack");
        }
        try (Wires anonymous = Wires.open(endpoint, "Origin", "https://app.example")) {
            anonymous.send("{\"type\":\"connection_init\"}").expect("connection_ack");
        }
    }

    @Test
    void queries_and_mutations_are_answered_once_and_completed() {
        try (Wires wires = Wires.ready(endpoint)) {
            wires.subscribe("q", "{ __typename }").subscribe("m", "mutation { __typename }");

            assertThat(List.of(wires.next(), wires.next(), wires.next(), wires.next()))
                    .map(SocketTest::withoutCost)
                    .containsExactlyInAnyOrder(
                            "{\"type\":\"next\",\"id\":\"q\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}",
                            "{\"type\":\"complete\",\"id\":\"q\"}",
                            "{\"type\":\"next\",\"id\":\"m\",\"payload\":{\"data\":{\"__typename\":\"Mutation\"}}}",
                            "{\"type\":\"complete\",\"id\":\"m\"}");
        }
    }

    private static String withoutCost(JsonNode message) {
        if (message.path("payload") instanceof ObjectNode payload) {
            assertThat(payload.at("/extensions/cost/asked").isNumber()).isTrue();
            JsonNode _ = payload.remove("extensions");
        }
        return message.toString();
    }

    @Test
    void a_failed_field_is_part_of_the_answer() {
        try (Wires wires = Wires.ready(endpoint)) {
            JsonNode answer = wires.subscribe("1", "{ myCases { totalCount } }").expect("next");

            assertThat(answer.at("/payload/data").toString()).isEqualTo("{\"myCases\":null}");
            assertThat(answer.at("/payload/errors/0/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
            wires.expect("complete");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{ nothing }", "query A { __typename } query B { __typename }", "subscription { nothing }"})
    void an_operation_that_cannot_run_is_an_error_and_frees_its_id(String document) {
        try (Wires wires = Wires.ready(endpoint)) {
            JsonNode error = wires.subscribe("1", document).expect("error");

            assertThat(error.path("id").asText()).isEqualTo("1");
            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
            wires.subscribe("1", "{ __typename }").expect("next");
            wires.expect("complete");
            wires.subscribe("1", "{ __typename }").expect("next");
        }
    }

    @Test
    void a_document_above_a_limit_is_an_error() {
        try (Wires wires = Wires.ready(endpoint)) {
            JsonNode error = wires.subscribe("1", "{ " + "a: __typename ".repeat(21) + "}")
                    .expect("error");

            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("COST_EXCEEDED");
        }
    }

    @Test
    void a_stream_that_fails_before_its_first_item_is_an_error_and_nothing_more() {
        try (Wires wires = Wires.ready(endpoint, Tokens.of("citizen"))) {
            JsonNode error = wires.subscribe("1", NOT_FOUND).expect("error");

            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("NOT_FOUND");
            assertThat(error.at("/payload/0/path").toString()).isEqualTo("[\"caseProgressed\"]");
            assertThat(wires.send("{\"type\":\"ping\"}").next().path("type").asText())
                    .isEqualTo("pong");
        }
    }

    @Test
    void a_subscription_without_a_login_is_an_error() {
        try (Wires wires = Wires.ready(endpoint)) {
            JsonNode error = wires.subscribe("1", NOT_FOUND).expect("error");

            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void an_id_that_is_in_use_closes_with_a_reason_that_fits() {
        String id = "办".repeat(200);
        try (Wires wires = Wires.ready(endpoint)) {
            wires.subscribe(id, "{ serviceItems { totalCount } }").subscribe(id, "{ __typename }");
            Wires.Closing closing = wires.closing();

            assertThat(closing.code()).isEqualTo(4409);
            assertThat(closing.reason()).startsWith("Subscriber for 办办").doesNotContain("\uFFFD");
            assertThat(closing.reason().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(121, 123);
        }
    }

    @Test
    void completing_what_nobody_knows_is_harmless() {
        try (Wires wires = Wires.ready(endpoint)) {
            wires.send("{\"type\":\"complete\",\"id\":\"unknown\"}").subscribe("1", "{ __typename }");

            wires.expect("next");
        }
    }

    @Test
    void a_message_has_at_most_one_mebibyte() {
        String ping = "{\"type\":\"ping\"}";
        try (Wires wires = Wires.ready(endpoint)) {
            wires.send(ping + " ".repeat(1_048_576 - ping.length())).expect("pong");

            assertThat(wires.send(ping + " ".repeat(1_048_577 - ping.length()))
                            .closing()
                            .code())
                    .isEqualTo(1009);
        }
    }

    @Test
    void a_person_has_at_most_50_sockets() {
        List<Wires> all = new ArrayList<>();
        String token = Tokens.of("enterprise-other");
        try {
            for (int i = 0; i < 50; i++) {
                all.add(Wires.ready(endpoint, token));
            }
            Wires refused = Wires.open(endpoint);
            refused.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}");

            assertThat(refused.closing().code()).isEqualTo(1013);
            assertThat(Wires.ready(endpoint, Tokens.of("citizen")).isClosed()).isFalse();
        } finally {
            all.forEach(Wires::close);
        }
    }

    @Test
    void a_socket_of_another_sub_protocol_is_closed() {
        assertThat(Wires.speaking(endpoint, "graphql-ws").closing().code()).isEqualTo(4406);
    }
}
