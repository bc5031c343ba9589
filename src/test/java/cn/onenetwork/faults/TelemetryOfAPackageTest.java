package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Child;
import cn.onenetwork.testing.Service;
import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What those who run the package see of it: its log in JSON and its traces, set up as the manifests and
/// `docs/operations.md` say.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TelemetryOfAPackageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ENDPOINT = "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String SENDER = "BatchSpanProcessor";

    @TempDir
    static Path folder;

    private static DurableDatabase database;
    private static Collector collector;
    private static Service service;

    @BeforeAll
    static void trace() throws Exception {
        Service.pack(folder.resolve("build.log"));
        database = DurableDatabase.started();
        collector = Collector.opened();
        service = serve("traced", Map.of(ENDPOINT, "http://127.0.0.1:" + collector.port()));
        // The database complains of a value and quotes it.
        var _ = database.execute("""
                create function quote_the_key() returns trigger language plpgsql as
                $$ begin perform new.key::uuid; return new; end $$""");
        var _ = database.execute(
                "create trigger quote_the_key before insert on idempotency_key for each row when (new.key like '"
                        + Intrusions.NUMBER + "%') execute function quote_the_key()");
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        collector.close();
        var _ = database.execute("drop trigger quote_the_key on idempotency_key");
        var _ = database.execute("drop function quote_the_key()");
    }

    /// In the environment of a pod; what it prints beside its log is put into a file of its own.
    private static Service serve(String name, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>();
        try (Stream<String> lines = Files.lines(Path.of("k8s", "base", "settings.env"))) {
            lines.filter(line -> line.startsWith("QUARKUS_"))
                    .map(line -> line.split("=", 2))
                    .forEach(setting -> environment.put(setting[0], setting[1]));
        }
        environment.putAll(Map.of("QUARKUS_SHUTDOWN_DELAY", "0S", "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms"));
        environment.putAll(more);
        List<String> launcher = new ArrayList<>(List.of("env"));
        environment.forEach((key, value) -> launcher.add(key + "=" + value));
        launcher.addAll(List.of("sh", "-c", "exec \"$@\" 2>" + beside(name), "sh"));
        return Service.start(folder.resolve(name + ".log"), Faults.settings(database, Map.of()), launcher);
    }

    private static Path beside(String name) {
        return folder.resolve(name + ".err");
    }

    @Test
    void an_operation_comes_to_the_endpoint_below_the_span_of_the_client_with_its_name_and_statements()
            throws IOException {
        Traceparent trace = Traceparent.begun();
        JsonNode _ = phone(service).operation("MyCases", Map.of(), Map.of("traceparent", trace.header()));

        Span request = arrived(trace);
        assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(Collector.attributes(request)).containsEntry("http.route", "/graphql");
        assertThat(named(trace, "query MyCases")).singleElement().satisfies(operation -> {
            assertThat(operation.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(Collector.attributes(operation)).containsEntry("graphql.operation.name", "MyCases");
            assertThat(named(trace, "SELECT service_case")).isNotEmpty().allSatisfy(statement -> {
                assertThat(statement.getParentSpanId()).isEqualTo(operation.getSpanId());
                assertThat(Collector.attributes(statement).get("db.statement"))
                        .contains("from service_case", "$1")
                        .doesNotContain("'");
            });
        });
    }

    @Test
    void each_line_of_the_log_is_an_object_and_that_of_a_request_names_its_trace() throws IOException {
        Traceparent trace = Traceparent.begun();
        String errorId = fail(service, trace);

        LogLines log = LogLines.of(service.printed());
        JsonNode line = log.with(errorId);
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.at("/exception/frames")).isNotEmpty();
        assertThat(line.at("/exception/message").asText()).contains("invalid input syntax for type uuid: …");
        assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace.trace());
        Span _ = arrived(trace);
        assertThat(collector.trace(trace.trace()))
                .extracting(span -> Collector.hex(span.getSpanId()))
                .contains(line.at("/mdc/spanId").asText());
        assertThat(log.all().getFirst().path("mdc")).isEmpty();
    }

    @Test
    void whatever_a_client_sends_of_somebody_is_in_neither() throws IOException {
        int sent = new Intrusions(phone(service)).send();
        Traceparent trace = Traceparent.begun();
        String _ = fail(service, trace);
        Span _ = arrived(trace);
        await().atMost(PATIENCE)
                .until(() -> collector.spans().stream()
                                .filter(span -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER)
                                .count()
                        > sent);

        assertThat(collector.text()).contains("INSERT service_case");
        for (String text : List.of(collector.text(), service.printed(), Files.readString(beside("traced")))) {
            assertThat(Intrusions.secrets()).filteredOn(text::contains).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"without an endpoint", "switched off"})
    void nothing_is_traced_or_said_of_it(String how) throws Exception {
        try (Collector nobody = Collector.opened();
                Service untraced = serve(
                        how.replace(' ', '-'),
                        how.startsWith("without")
                                ? Map.of()
                                : Map.of(
                                        ENDPOINT,
                                        "http://127.0.0.1:" + nobody.port(),
                                        "QUARKUS_OTEL_SDK_DISABLED",
                                        "true"))) {
            String errorId = fail(untraced, Traceparent.begun());

            assertThat(threads(service)).contains(SENDER);
            assertThat(threads(untraced)).contains("vert.x-eventloop-thread").doesNotContain(SENDER);
            untraced.close();
            assertThat(LogLines.of(untraced.printed()).with(errorId).path("mdc"))
                    .isEmpty();
            assertThat(untraced.printed()).doesNotContain("Failed to export");
            assertThat(nobody.hasHeardNothing()).isTrue();
        }
    }

    private static Phone phone(Service of) {
        return new Phone("enterprise-legal", of::port);
    }

    /// Sends what the database complains of.
    ///
    /// @return the id of the error
    private static String fail(Service in, Traceparent trace) throws IOException {
        Map<String, String> headers = new HashMap<>(Intrusions.BESIDE_A_TRACE);
        headers.put("traceparent", trace.header());
        JsonNode answer = phone(in)
                .operation(
                        "DraftSave",
                        Draft.input(Intrusions.NUMBER + trace.parent(), ItemFixture.LAND_PLANNING),
                        headers);
        assertThat(Phone.code(answer)).as("%s", answer).isEqualTo("INTERNAL");
        return answer.at("/errors/0/extensions/errorId").asText();
    }

    /// The span of a request, the last of its trace that ends.
    private static Span arrived(Traceparent trace) {
        return await().atMost(PATIENCE)
                .until(
                        () -> collector.trace(trace.trace()).stream()
                                .filter(span ->
                                        Collector.hex(span.getParentSpanId()).equals(trace.parent()))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static List<Span> named(Traceparent trace, String name) {
        return collector.trace(trace.trace()).stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static String threads(Service of) {
        try (Child asking = Child.start(
                folder.resolve("threads-" + of.process().pid()),
                List.of(
                        Path.of(Child.java()).resolveSibling("jcmd").toString(),
                        Long.toString(of.process().pid()),
                        "Thread.print"))) {
            asking.awaitSuccess(PATIENCE);
            return asking.printed();
        }
    }
}
