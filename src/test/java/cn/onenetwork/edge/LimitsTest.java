package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.edge.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Each limit is reached by one document and crossed, by one, by another.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitsTest {

    private static final int MEBIBYTE = 1_048_576;

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @Test
    void a_query_has_at_most_20_fields_at_its_root() {
        assertThat(client.ask("{ " + aliases(20) + " }").status()).isEqualTo(200);
        refused(client.ask("{ " + aliases(21) + " }"), "20");
        refused(client.ask("{ ...F ...F } fragment F on Query { " + aliases(11) + " }"), "20");
    }

    @Test
    void a_mutation_has_at_most_10_fields_at_its_root() {
        assertThat(client.ask("mutation { " + aliases(10) + " }").status()).isEqualTo(200);
        refused(client.ask("mutation { " + aliases(11) + " }"), "10");
    }

    @Test
    void an_operation_has_at_most_100_aliases() {
        assertThat(client.ask("{ viewer { " + aliases(100) + " } }").status()).isEqualTo(200);
        refused(client.ask("{ viewer { " + aliases(101) + " } }"), "100");
        refused(client.ask("{ viewer { ...F ...F } } fragment F on Viewer { " + aliases(51) + " }"), "100");
    }

    @Test
    void fields_are_at_most_16_deep() {
        assertThat(client.ask(deep(16)).status()).isEqualTo(200);
        refused(client.ask(deep(17)), "16");
    }

    /// `__type { ofType { ofType ... { name } } }` with so many fields inside one another.
    private static String deep(int fields) {
        return "{ __type(name: \"Query\") { " + "ofType { ".repeat(fields - 2) + "name" + " }".repeat(fields);
    }

    @Test
    void an_operation_has_at_most_2000_fields_with_its_fragments_written_out() {
        String fields = IntStream.range(0, 499).mapToObj(i -> "id").collect(Collectors.joining(" "));
        String fragment = " fragment F on Viewer { " + fields + " }";

        assertThat(client.ask("{ viewer { ...F ...F ...F ...F id id id } }" + fragment)
                        .status())
                .isEqualTo(200);
        refused(client.ask("{ viewer { ...F ...F ...F ...F id id id id } }" + fragment), "2,000");
    }

    @Test
    void fragments_that_double_at_every_level_are_refused_at_once() {
        String doubling = IntStream.range(0, 40)
                .mapToObj(i -> "fragment F%d on Viewer { ...F%d ...F%d } ".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining());

        refused(client.ask("{ viewer { ...F0 } } " + doubling + "fragment F40 on Viewer { id }"), "2,000");
    }

    @Test
    void a_fragment_that_spreads_itself_is_a_mistake() {
        Reply reply = client.ask("{ viewer { ...F } } fragment F on Viewer { id ...F }");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_document_has_at_most_15000_tokens() {
        assertThat(client.ask(tokens(15_000)).code()).isEqualTo("BAD_USER_INPUT");
        refused(client.ask(tokens(15_001)), "15,000");
    }

    /// A document of so many tokens: 12, a list of numbers where no list belongs, and the end.
    private static String tokens(int count) {
        return "{ __type(name: [" + "1 ".repeat(count - 13) + "]) { name } }";
    }

    @Test
    void a_body_has_at_most_one_mebibyte() {
        assertThat(sized(MEBIBYTE).status()).isEqualTo(200);
        Reply refused = sized(MEBIBYTE + 1);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_body_that_does_not_tell_its_size_is_measured() {
        byte[] tooMuch = " ".repeat(MEBIBYTE + 1).getBytes(StandardCharsets.UTF_8);
        Reply refused = client.send(client.request(endpoint, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch))));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("BAD_USER_INPUT");
    }

    private Reply sized(int bytes) {
        String body = Client.body("{ __typename }");
        return client.post(body + " ".repeat(bytes - body.length()), "Content-Type", "application/json");
    }

    private static String aliases(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + ": __typename").collect(Collectors.joining(" "));
    }

    private static void refused(Reply reply, String limit) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("COST_EXCEEDED");
        assertThat(reply.error().path("message").asText()).contains(limit);
    }
}
