package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever collects the traces is away, and comes back; the service has other things to do.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LostCollectorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// Longer than spans are gathered here before they are sent.
    private static final Duration BREATH = Duration.ofMillis(600);
    private static final int SOME = Faults.many(40, 1_000);
    /// What OpenTelemetry lets wait for a collector where nothing is set, and what is on its way to it.
    private static final int WAITING = 2_048 + 512;
    /// It says so a few times, and then once a minute.
    private static final int COMPLAINTS = Faults.many(25, 100);

    /// Of the sender, and of the connections under it, which break.
    private static final Pattern COMPLAINT = Pattern.compile("VertxGrpcSender|ne.im.ConnectionBase");

    @TempDir
    static Path folder;

    private static Collector collector;
    private static Line line;
    private static volatile boolean gone;
    private static Service service;
    private static Phone phone;

    /// The ways in which it is away.
    enum Loss {
        /// It says that it has no room.
        REFUSES {
            @Override
            void begin() {
                collector.becomes(Collector.Mood.REFUSES);
            }

            @Override
            void end() {
                collector.becomes(Collector.Mood.TAKES);
            }
        },
        /// Connections break, and new ones too.
        BREAKS {
            @Override
            void begin() {
                gone = true;
                assertThat(line.reset()).isPositive();
            }

            @Override
            void end() {
                gone = false;
            }
        },
        /// Nothing comes back and nobody says why; when it is back it knows nothing of what was open.
        FALLS_SILENT {
            @Override
            void begin() {
                line.fallSilent();
            }

            @Override
            void end() {
                line.mend();
                assertThat(line.reset()).isPositive();
            }
        };

        abstract void begin();

        abstract void end();
    }

    @BeforeAll
    static void trace() throws Exception {
        Service.pack(folder.resolve("build.log"));
        collector = Collector.opened();
        line = Line.to(() -> gone ? 0 : collector.port());
        service = Faults.serve(
                folder.resolve("service.log"),
                DurableDatabase.started(),
                Map.of(
                        "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + line.port(),
                        "quarkus.otel.exporter.otlp.timeout", "2s",
                        "quarkus.otel.bsp.schedule.delay", "200ms"));
        phone = new Phone("enterprise-legal", service::port);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        line.close();
        collector.close();
    }

    @AfterEach
    void it_has_said_little() {
        assertThat(service.printed().lines().filter(line -> line.matches("\\S+ +(WARN|ERROR|FATAL|SEVERE).*")))
                .filteredOn(line -> !line.contains("MeterRegistry") && !line.contains("do.sc.Scanners"))
                .hasSizeLessThan(COMPLAINTS)
                .allMatch(line -> COMPLAINT.matcher(line).find());
    }

    @ParameterizedTest(name = "it {0}")
    @EnumSource
    void while_it_is_away_everybody_is_answered_and_when_it_is_back_it_gets_what_is_new(Loss loss) throws Exception {
        int _ = arrives();
        loss.begin();
        ask(Traceparent.begun(), SOME);
        loss.end();
        int _ = arrives();
    }

    @Test
    void what_waits_for_it_has_an_end() throws Exception {
        int each = arrives();
        Traceparent away = Traceparent.begun();
        int made = WAITING * 3 / 2;
        Loss.FALLS_SILENT.begin();
        ask(away, made / each);
        Loss.FALLS_SILENT.end();
        int _ = arrives();

        assertThat(collector.trace(away.trace())).hasSizeBetween(1, WAITING);
    }

    /// Asks until a new trace has come to the collector; while too many wait there is no room for it.
    ///
    /// @return how many spans it has
    private static int arrives() {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            Traceparent trace = Traceparent.begun();
                            ask(trace, 1);
                            Thread.sleep(BREATH);
                            return collector.trace(trace.trace());
                        },
                        spans -> !spans.isEmpty())
                .size();
    }

    private static void ask(Traceparent trace, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            JsonNode answer = phone.operation("MyCases", Map.of(), Map.of("traceparent", trace.header()));
            assertThat(answer.at("/data/myCases/nodes").isArray())
                    .as("%s", answer)
                    .isTrue();
        }
    }
}
