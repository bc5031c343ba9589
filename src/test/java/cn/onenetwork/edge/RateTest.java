package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.onenetwork.edge.Client.Reply;
import cn.onenetwork.testing.MovableClock;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Budgets of points, crossed. The clock stands still unless a test moves it.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RateTest {

    private static final String CHEAP = "{ __typename }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    Gates gates;

    private Client client;

    @BeforeEach
    void start() {
        client = new Client(endpoint);
        MovableClock.onDay("2026-03-02");
    }

    private void budgets(int perPerson, int perAddress) {
        Tuned limits = gates.limits();
        limits.perPerson = perPerson;
        limits.perAddress = perAddress;
        gates.install(limits);
    }

    @Test
    void an_answer_says_what_was_asked_what_was_used_and_what_is_left() {
        budgets(100_000, 200_000);
        JsonNode cost = client.askAs(
                        Tokens.of("citizen"), "{ viewer { id kind } nobody: serviceItem(taskCode: \"x\") { name } }")
                .json()
                .at("/extensions/cost");

        assertThat(cost.toString()).isEqualTo("{\"asked\":23,\"used\":22,\"left\":99978}");
    }

    @Test
    void who_has_spent_everything_is_told_when_to_come_back() {
        budgets(60, 600);
        String token = Tokens.of("citizen");
        for (int points = 0; points < 60; points += 12) {
            assertThat(client.askAs(token, "{ viewer { id kind } }").status()).isEqualTo(200);
        }
        Reply refused =
                client.ask("{ viewer { id kind } }", "Authorization", "Bearer " + token, "Accept-Language", "en");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("10");
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.error().at("/extensions/retryAfterSeconds").asInt()).isEqualTo(10);
        assertThat(refused.error().path("message").asText()).isEqualTo("Too many requests; try again in 10 seconds.");
        MovableClock.pass(Duration.ofSeconds(12));
        assertThat(client.askAs(token, "{ viewer { id kind } }").status()).isEqualTo(200);
    }

    @Test
    void the_status_tells_it_to_clients_of_plain_json_as_well() {
        budgets(100, 11);
        Reply _ = client.ask("{ viewer { id } }");
        Reply refused = client.post(Client.body(CHEAP), "Content-Type", "application/json");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
    }

    @Test
    void persons_have_budgets_of_their_own_and_nobody_shares_that_of_the_address() {
        budgets(12, 12);
        String question = "{ viewer { id kind } }";

        assertThat(client.askAs(Tokens.of("citizen"), question).status()).isEqualTo(200);
        assertThat(client.askAs(Tokens.of("citizen"), question).status()).isEqualTo(429);
        assertThat(client.askAs(Tokens.of("citizen-l2"), question).status()).isEqualTo(200);
        assertThat(client.ask(question).status()).isEqualTo(200);
        assertThat(client.ask(question).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
    void a_header_makes_nobody_another_address(String header) {
        budgets(12, 12);
        assertThat(client.ask("{ viewer { id kind } }", header, address(header, 1))
                        .status())
                .isEqualTo(200);
        assertThat(client.ask("{ viewer { id kind } }", header, address(header, 2))
                        .status())
                .isEqualTo(429);
    }

    private static String address(String header, int last) {
        return (header.equals("Forwarded") ? "for=" : "") + "203.0.113." + last;
    }

    @Test
    void what_was_asked_is_taken_first_and_what_was_not_used_is_given_back() {
        budgets(100, 1000);
        String page = "{ serviceItems(first: %d, filter: {text: \"没有这样的事项\"}) { nodes { name } } }";
        for (int again = 0; again < 5; again++) {
            JsonNode cost = client.askAs(Tokens.of("citizen"), page.formatted(35))
                    .json()
                    .at("/extensions/cost");
            assertThat(cost.path("asked").asInt()).isEqualTo(46);
            assertThat(cost.path("used").asInt()).isEqualTo(11);
        }
        assertThat(client.askAs(Tokens.of("citizen"), page.formatted(35)).status())
                .isEqualTo(429);
        assertThat(client.askAs(Tokens.of("citizen"), page.formatted(34)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ nothing }", "query A { __typename } query B { __typename }"})
    void documents_that_are_refused_are_no_way_around(String document) {
        budgets(100, 100);
        for (int again = 0; again < 10; again++) {
            assertThat(client.ask(document).status()).isEqualTo(400);
        }
        assertThat(client.ask(document).status()).isEqualTo(429);
    }

    @Test
    void guessing_is_paid_for_whether_or_not_anything_is_there() {
        budgets(1000, 1000);
        String guesses = IntStream.range(0, 20)
                .mapToObj(i -> "g%d: serviceCase(caseNo: \"52019820260302%06dX\") { id }".formatted(i, i))
                .collect(Collectors.joining(" ", "{ ", " }"));
        String token = Tokens.of("citizen");
        List<Reply> replies =
                Stream.generate(() -> client.askAs(token, guesses)).limit(6).toList();

        assertThat(replies.stream().map(Reply::status)).startsWith(200, 200).endsWith(429, 429);
        assertThat(replies.getLast().headers().firstValue("retry-after")).isPresent();
    }

    @Test
    void on_a_socket_it_is_an_error_of_the_operation_and_the_socket_stays() {
        budgets(12, 12);
        try (Wires wires = Wires.ready(endpoint, Tokens.of("citizen"))) {
            JsonNode answer = wires.subscribe("1", "{ viewer { id kind } }").expect("next");
            assertThat(answer.at("/payload/extensions/cost").toString())
                    .isEqualTo("{\"asked\":12,\"used\":12,\"left\":0}");
            wires.expect("complete");
            JsonNode error = wires.subscribe("1", CHEAP).expect("error");

            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("RATE_LIMITED");
            assertThat(error.at("/payload/0/extensions/retryAfterSeconds").asInt())
                    .isEqualTo(50);
            MovableClock.pass(Duration.ofSeconds(50));
            wires.subscribe("1", CHEAP).expect("next");
        }
    }

    @Test
    void one_document_above_the_limit_is_refused_with_what_it_asked() {
        Tuned limits = gates.limits();
        limits.maxCost = 111;
        gates.install(limits);
        String page = "query($n: Int = 100) { serviceItems(first: $n) { nodes { %s } } }";

        assertThat(client.ask(page.formatted("name")).status()).isEqualTo(200);
        Reply refused = client.ask(page.formatted("name nameEn"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("COST_EXCEEDED");
        assertThat(refused.error().at("/extensions/asked").asInt()).isEqualTo(211);
        assertThat(refused.error().at("/extensions/limit").asInt()).isEqualTo(111);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"{ serviceItems(first: 7) { nodes { name } } }\"}",
                "{\"query\":\"query($n: Int) { serviceItems(first: $n) { nodes { name } } }\",\"variables\":{\"n\":7}}",
                "{\"query\":\"query($n: Int = 7) { serviceItems(first: $n) { nodes { name } } }\"}",
                "{\"query\":\"{ serviceItems(first: 7) { ...F } } fragment F on ServiceItemConnection { nodes { ... on ServiceItem { name } } }\"}",
                "{\"query\":\"{ serviceItems(first: 7) { nodes { name } } serviceItems(first: 7) { nodes { name } } }\"}"
            })
    void the_page_counts_however_it_is_asked_for(String body) {
        assertThat(asked(body)).isEqualTo(10 + 1 + 7);
    }

    @Test
    void a_page_that_is_not_asked_for_has_the_length_of_the_schema_and_a_list_the_one_it_is_taken_for() {
        assertThat(asked("{\"query\":\"{ serviceItems { totalCount nodes { name } edges { cursor } } }\"}"))
                .isEqualTo(10 + 1 + (1 + 20) + (1 + 20));
        assertThat(asked("{\"query\":\"{ tenants { name } }\"}")).isEqualTo(10 + 10);
        assertThat(asked("{\"query\":\"{ workCalendar(from: \\\"2026-01-01\\\", to: \\\"2026-01-02\\\") { date } }\"}"))
                .isEqualTo(10 + 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0", "101", "2147483647", "1e400000000"})
    void a_page_that_nobody_gets_is_not_counted_but_refused_where_it_is_read(String first) {
        Reply reply = client.post(
                "{\"query\":\"query($n: Int) { serviceItems(first: $n) { nodes { name } } }\",\"variables\":{\"n\":"
                        + first + "}}",
                "Content-Type",
                "application/json");

        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    private int asked(String body) {
        return client.post(body, "Content-Type", "application/json")
                .json()
                .at("/extensions/cost/asked")
                .asInt();
    }

    @Test
    void a_document_that_nobody_could_ever_pay_is_not_permitted() {
        Tuned limits = gates.limits();
        limits.maxCost = 100;
        limits.perPerson = 99;
        Budgets budgets = new Budgets(limits, Clock.systemUTC());

        assertThatIllegalArgumentException().isThrownBy(budgets::open).withMessageContaining("max-cost");
    }
}
