package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.SpanCapture;
import cn.onenetwork.testing.Subscription;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What leaves the service where traces are switched on.
@QuarkusTest
@TestProfile(TracesTest.Traced.class)
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracesTest {

    /// Stand in addresses and arguments; nobody's, as the remains of a run are searched for those of the personas.
    private static final List<String> PLANTED = List.of("110105194912310046", "13900000099");

    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("graphql.operation.type");
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("graphql.operation.name");
    private static final Set<String> PERSONAL =
            Set.of("sub", "name", "id_no", "phone_number", "uscc", "corp_name", "real_name");
    private static final String TICKET = "a-ticket-that-opens-a-paper";

    @Inject
    SpanCapture capture;

    /// As in production, but without an exporter.
    public static final class Traced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("one-network.telemetry.traces-off", "false", "quarkus.otel.exporter.otlp.enabled", "false");
        }
    }

    @BeforeEach
    void forget() {
        capture.clear();
    }

    @Test
    void an_operation_is_one_trace_with_its_name_and_the_statements_it_made() {
        var _ = GraphQl.as("enterprise-legal").operation("MyCases", Map.of());

        SpanData operation = await().until(
                        () -> capture.spans().stream()
                                .filter(span ->
                                        "MyCases".equals(span.getAttributes().get(NAME)))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        assertThat(operation.getName()).isEqualTo("query MyCases");
        assertThat(operation.getAttributes().get(TYPE)).isEqualTo("query");
        assertThat(operation.getParentSpanContext().isValid())
                .as("below the request")
                .isTrue();
        assertThat(statements())
                .filteredOn(statement -> text(statement).contains("service_case"))
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(statement.getTraceId()).isEqualTo(operation.getTraceId());
                    assertThat(statement.getParentSpanId()).isEqualTo(operation.getSpanId());
                    assertThat(text(statement)).contains("$1");
                });
    }

    @Test
    void a_whole_case_leaves_no_personal_data_in_its_spans() throws IOException {
        aWholeLife();

        await().until(() -> capture.spans().stream()
                .anyMatch(span -> String.valueOf(span.getAttributes().get(TYPE)).equals("subscription")));
        List<SpanData> spans = capture.spans();
        assertThat(spans).hasSizeGreaterThan(50);
        assertThat(statements()).anySatisfy(span -> assertThat(text(span)).contains("insert into case_event"));
        assertThat(spans)
                .allSatisfy(
                        span -> assertThat(text(span)).doesNotContain(personal().toArray(String[]::new)));
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.getStatus().getDescription()).isEmpty();
            assertThat(text(span)).doesNotContain(TICKET, "Bearer", "Mozilla", "不属于");
        });
    }

    private static void aWholeLife() {
        CaseWalk walk = CaseWalk.filed();
        try (Subscription watching = GraphQl.as(CaseWalk.APPLICANT)
                .subscribeTo("CaseProgress", Map.of("id", walk.id(), "afterSequence", 0))) {
            var _ = walk.officer("officer-hightech", "caseReceive")
                    .officer("officer-hightech", "caseAccept")
                    .officer("reviewer-hightech", "caseReject", CaseWalk.GROUNDS);
            assertThat(watching.next(3)).hasSize(3);
        }
        for (String number : PLANTED) {
            var _ = GraphQl.as("citizen").ask("{ serviceCase(id: \"" + number + "\", caseNo: \"示例市民甲\") { id } }");
            var _ = GraphQl.as("citizen").ask("query _" + number + " { viewer { id } }");
            var _ = RestAssured.given()
                    .header("User-Agent", "Mozilla of 示例市民甲")
                    .get("/documents/" + number + "?ticket=" + TICKET);
            var _ = RestAssured.given().get("/nothing/" + number + "?who=" + number);
        }
        var _ = RestAssured.given()
                .auth()
                .oauth2(Tokens.of("citizen"))
                .queryParam("query", "query($v: String) { serviceItems(filter: {text: $v}) { totalCount } }")
                .queryParam("variables", "{\"v\": \"示例市民甲\"}")
                .header("Accept", "application/json")
                .get("/graphql");
    }

    @Test
    void a_value_in_a_span_would_be_found() throws IOException {
        GlobalOpenTelemetry.getTracer("test")
                .spanBuilder("test")
                .startSpan()
                .setAttribute(NAME, "of 示例市民甲")
                .end();

        assertThat(capture.spans()).hasSize(1);
        assertThat(personal()).anyMatch(text(capture.spans().getFirst())::contains);
    }

    private List<SpanData> statements() {
        return capture.spans().stream()
                .filter(span -> Stream.of("db.query.text", "db.statement")
                        .anyMatch(key -> span.getAttributes().get(AttributeKey.stringKey(key)) != null))
                .toList();
    }

    private static String text(SpanData span) {
        return span.getName() + " " + span.getAttributes() + span.getEvents() + span.getStatus() + span.getLinks();
    }

    /// What the personas' tokens and the forms of the case say about somebody.
    private static Set<String> personal() throws IOException {
        Set<String> values = new TreeSet<>(PLANTED);
        try (InputStream file = TracesTest.class.getResourceAsStream("/embedded/personas.json")) {
            for (JsonNode persona : new ObjectMapper().readTree(file)) {
                persona.path("claims").properties().stream()
                        .filter(claim -> PERSONAL.contains(claim.getKey()))
                        .forEach(claim -> values.add(claim.getValue().asText()));
            }
        }
        assertThat(values).hasSizeGreaterThan(30);
        return values;
    }
}
