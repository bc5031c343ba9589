package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.edge.Client.Reply;
import cn.onenetwork.testing.MovableClock;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fields that are asked with a secret: not by GET, and not often.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretFieldsTest {

    private static final String FIELD = "caseProgress(caseNo: \"1\", queryCode: \"CCCCCCCC\") { status }";
    private static final String SECRET = "{ " + FIELD + " }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    Gates gates;

    private Client client;

    @BeforeEach
    void three_in_a_minute() {
        client = new Client(endpoint);
        MovableClock.onDay("2026-03-02");
        Tuned limits = gates.limits();
        limits.perAsker = 3;
        gates.install(limits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "{ hidden: " + FIELD + " }",
                "query A { ...F } fragment F on Query { ... { " + FIELD + " } }",
                "{ viewer { id } " + FIELD + " }"
            })
    void a_secret_does_not_go_by_get(String document) {
        Reply refused = client.get(document, "Accept-Language", "en");

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers().firstValue("allow")).hasValue("POST");
        assertThat(refused.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(refused.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(refused.error().path("message").asText())
                .isEqualTo("A secret does not belong in an address; use POST.");
    }

    @Test
    void not_by_its_hash_either() {
        String document = "query($code: String!) { caseProgress(caseNo: \"1\", queryCode: $code) { status } }";
        String hash = DocumentHash.of(document);
        String address = endpoint + "?documentId=sha256:" + hash + "&query=" + encoded(document) + "&variables="
                + encoded("{\"code\":\"CCCCCCCC\"}");
        Reply refused = client.send(client.request(URI.create(address)).GET());

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.code()).isEqualTo("BAD_USER_INPUT");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void one_address_asks_only_so_often_and_is_told_when_to_come_back() {
        for (int again = 0; again < 3; again++) {
            assertThat(client.ask(SECRET).status()).isEqualTo(200);
        }
        Reply refused = client.ask(SECRET);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("20");
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.error().at("/extensions/retryAfterSeconds").asInt()).isEqualTo(20);
        assertThat(client.ask("{ viewer { id } }").status())
                .as("anything else is answered")
                .isEqualTo(200);
        MovableClock.pass(Duration.ofSeconds(20));
        assertThat(client.ask(SECRET).status()).isEqualTo(200);
        assertThat(client.ask(SECRET).status()).isEqualTo(429);
    }

    @Test
    void a_person_is_counted_apart_from_the_address() {
        for (int again = 0; again < 3; again++) {
            assertThat(client.askAs(Tokens.of("citizen"), SECRET).status()).isEqualTo(200);
        }
        assertThat(client.askAs(Tokens.of("citizen"), SECRET).status()).isEqualTo(429);
        assertThat(client.askAs(Tokens.of("citizen-l2"), SECRET).status()).isEqualTo(200);
        assertThat(client.ask(SECRET).status()).isEqualTo(200);
    }

    @Test
    void many_in_one_document_are_counted_each_and_more_than_ever_possible_are_refused() {
        assertThat(client.ask("{ a: " + FIELD + " b: " + FIELD + " }").status()).isEqualTo(200);
        assertThat(client.ask("{ a: " + FIELD + " b: " + FIELD + " }").status()).isEqualTo(429);
        assertThat(client.ask(SECRET).status()).isEqualTo(200);
        Reply refused = client.ask("{ a: " + FIELD + " b: " + FIELD + " c: " + FIELD + " d: " + FIELD + " }");

        assertThat(refused.code()).isEqualTo("COST_EXCEEDED");
        assertThat(refused.error().at("/extensions/limit").asInt()).isEqualTo(3);
    }

    @Test
    void on_a_socket_they_are_counted_too() {
        try (Wires wires = Wires.ready(endpoint)) {
            for (int again = 0; again < 3; again++) {
                JsonNode _ = wires.subscribe("1", SECRET).expect("next");
                wires.expect("complete");
            }
            JsonNode error = wires.subscribe("1", SECRET).expect("error");

            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("RATE_LIMITED");
            assertThat(client.ask(SECRET).status()).isEqualTo(429);
        }
    }
}
