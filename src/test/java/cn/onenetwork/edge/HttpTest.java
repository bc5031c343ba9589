package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.edge.Client.Reply;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpTest {

    private static final String JSON = "application/json";
    private static final String MUTATION =
            "mutation { caseWithdraw(input: {idempotencyKey: \"k\", id: \"1\"}) { userErrors { code } } }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @Test
    void a_query_is_answered_with_the_media_type_that_was_asked_for() {
        Reply reply = client.ask("{ viewer { id } }");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
        assertThat(reply.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(reply.text())
                .startsWith("{\"data\":{\"viewer\":null},\"extensions\":{\"cost\":{\"asked\":11,\"used\":10,\"left\":");
    }

    @Test
    void a_weight_is_not_repeated_in_the_content_type() {
        Reply reply =
                client.post(Client.body("{ __typename }"), "Content-Type", JSON, "Accept", "application/json;q=0.9");

        assertThat(reply.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
    }

    @Test
    void the_caller_is_the_one_of_the_token() {
        JsonNode viewer = client.askAs(Tokens.of("officer-cbz"), "{ viewer { kind roles } }")
                .json()
                .at("/data/viewer");

        assertThat(viewer.toString()).isEqualTo("{\"kind\":\"STAFF\",\"roles\":[\"OFFICER\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/json; charset=gbk",
                "application/jsonp"
            })
    void what_a_form_of_another_site_could_send_is_refused_before_it_runs(String type) {
        Reply reply = client.post(Client.body(MUTATION), "Content-Type", type);

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_post_without_a_content_type_is_refused() {
        Reply reply = client.post(Client.body("{ __typename }"));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void get_runs_the_operation_that_is_named() {
        URI address = URI.create(
                endpoint
                        + "?query=query%20A%7B%20a%3A%20__typename%20%7D%20query%20B%7B%20b%3A%20__typename%20%7D&operationName=B");

        assertThat(client.send(client.request(address).GET()).json().at("/data").toString())
                .isEqualTo("{\"b\":\"Query\"}");
    }

    @Test
    void a_comment_ends_at_its_line() {
        assertThat(client.get("{ # comment\n __typename }")
                        .json()
                        .at("/data/__typename")
                        .asText())
                .isEqualTo("Query");
    }

    @Test
    void get_never_runs_a_mutation() {
        Reply reply = client.get(MUTATION);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().firstValue("allow")).hasValue("POST");
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void other_methods_are_refused(String method) {
        Reply reply = client.send(client.request(endpoint).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().firstValue("allow")).hasValue("GET, POST");
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/*", "application/json;q=0"})
    void a_client_that_takes_no_json_is_told_so_in_json(String accept) {
        Reply reply = client.post(Client.body("{ __typename }"), "Content-Type", JSON, "Accept", accept);

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "null", "\"text\"", "[{\"query\":\"{__typename}\"}]", "{}", "{\"query\":\" \"}"})
    void a_body_that_is_no_request_is_refused(String body) {
        Reply reply = client.post(body, "Content-Type", JSON);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_body_in_another_encoding_is_refused() {
        HttpRequest.Builder request = client.request(endpoint, "Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        new byte[] {'{', '"', (byte) 0xC4, (byte) 0xE3, '"', '}'}));

        assertThat(client.send(request).status()).isEqualTo(400);
    }

    @Test
    void a_subscription_over_http_is_told_where_to_go() {
        Reply reply = client.ask("subscription { caseProgressed(id: \"1\") { id } }", "Accept-Language", "en");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error().path("message").asText()).contains("WebSocket");
    }

    @Test
    void a_token_that_is_none_is_refused_with_a_body() {
        Reply reply = client.askAs("nonsense", "{ __typename }");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers().firstValue("www-authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(reply.headers().firstValue("content-type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
        assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(reply.error().at("/extensions/errorId").asText()).hasSize(36);
    }

    @Test
    void a_refused_field_is_null_beside_an_error_with_its_path() {
        Reply reply = client.ask("{ mine: myCases { totalCount } __typename }", "Accept-Language", "en");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("data").toString()).isEqualTo("{\"mine\":null,\"__typename\":\"Query\"}");
        assertThat(reply.error().path("path").toString()).isEqualTo("[\"mine\"]");
        assertThat(reply.error().path("locations").toString()).isEqualTo("[{\"line\":1,\"column\":3}]");
        assertThat(reply.error().path("message").asText()).isEqualTo("Please log in first.");
        assertThat(reply.error().path("extensions").properties()).hasSize(2);
        assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void errors_are_told_in_the_language_of_the_client() {
        assertThat(client.ask("{ myCases { totalCount } }")
                        .error()
                        .path("message")
                        .asText())
                .isEqualTo("请先登录。");
        assertThat(client.ask("{", "Accept-Language", "de, en;q=0.8")
                        .error()
                        .path("message")
                        .asText())
                .isEqualTo("The GraphQL document or its variables have a mistake: syntax error at line 1, column 2");
    }

    @Test
    void unknown_operations_are_mistakes_of_the_client() {
        Reply reply = client.post(
                "{\"query\":\"query A { __typename }\",\"operationName\":\"B\"}",
                "Content-Type",
                JSON,
                "Accept",
                Client.GRAPHQL);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void the_sdl_stays_where_it_was() {
        assertThat(client.send(client.request(URI.create(endpoint + "/schema.graphql"))
                                .GET())
                        .text())
                .contains("type Query");
    }

    @Test
    void many_fields_at_once_see_the_same_caller() {
        List<String> aliases = IntStream.range(0, 20)
                .mapToObj(i -> "v" + i + ": viewer { kind }")
                .toList();
        JsonNode data = client.askAs(Tokens.of("citizen"), "{ " + String.join(" ", aliases) + " }")
                .json()
                .path("data");

        assertThat(data)
                .hasSize(20)
                .allMatch(viewer -> viewer.path("kind").asText().equals("PERSON"));
    }
}
