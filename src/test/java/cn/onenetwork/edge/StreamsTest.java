package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.platform.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.ExecutionResult;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Real sockets, with streams that behave as a test wants.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamsTest {

    private static final String STREAM = "subscription { caseProgressed(id: \"1\") { id } }";
    private static final int FRAME = 100_000;

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    EdgeConfig config;

    @Inject
    Gate gate;

    @Inject
    Renderings renderings;

    @Inject
    Vertx vertx;

    private final AtomicInteger subscribed = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void a_stream_is_delivered_in_its_order_and_completed() {
        stage(() -> Multi.createFrom().range(0, 100).map(Staged::item));
        try (Wires wires = Wires.ready(endpoint)) {
            wires.subscribe("s", STREAM);

            for (int i = 0; i < 100; i++) {
                assertThat(wires.expect("next").toString())
                        .isEqualTo("{\"type\":\"next\",\"id\":\"s\",\"payload\":{\"data\":{\"field\":" + i + "}}}");
            }
            wires.expect("complete");
        }
    }

    @Test
    void a_stream_that_fails_after_an_item_ends_with_an_error_and_without_the_item_again() {
        stage(() -> Multi.createFrom()
                .items(Staged.item(1), Staged.failed(1, Refusal.of(Refusal.Code.FORBIDDEN, Locale.ENGLISH))));
        try (Wires wires = Wires.ready(endpoint)) {
            wires.subscribe("s", STREAM).expect("next");
            JsonNode error = wires.expect("error");

            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
            assertThat(error.toString()).doesNotContain("data");
            assertThat(wires.send("{\"type\":\"ping\"}").next().path("type").asText())
                    .isEqualTo("pong");
        }
    }

    @Test
    void a_stream_that_breaks_ends_with_an_error_that_tells_nothing() {
        stage(() -> Multi.createFrom().failure(new IllegalStateException("secret")));
        try (Wires wires = Wires.ready(endpoint)) {
            JsonNode error = wires.subscribe("s", STREAM).expect("error");

            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("INTERNAL");
            assertThat(error.toString()).doesNotContain("secret");
            wires.subscribe("s", STREAM).expect("error");
        }
    }

    @Test
    void a_slow_client_is_waited_for() {
        AtomicInteger produced = new AtomicInteger();
        String weight = "x".repeat(FRAME);
        stage(() -> Multi.createBy()
                .repeating()
                .supplier(() -> {
                    produced.incrementAndGet();
                    return Staged.item(weight);
                })
                .indefinitely());
        try (Wires wires = Wires.ready(endpoint)) {
            wires.stopListening();
            wires.subscribe("s", STREAM);
            int held = settled(produced);

            assertThat((long) held * FRAME).isLessThan(100_000_000L);
            wires.listenAgain();
            await().until(() -> produced.get() > held + 100);
        }
        await().until(() -> cancelled.get() == 1);
        int last = settled(produced);
        assertThat(produced.get()).isEqualTo(last);
    }

    /// The number at which it stays.
    private static int settled(AtomicInteger number) {
        int[] before = {-1};
        await().pollInterval(Duration.ofMillis(300)).until(() -> {
            int now = number.get();
            boolean same = now > 0 && now == before[0];
            before[0] = now;
            return same;
        });
        return before[0];
    }

    @Test
    void whoever_goes_without_a_word_cancels_everything_and_troubles_no_log() {
        stage(StreamsTest::silence);
        try (LogListening log = new LogListening()) {
            Wires wires = Wires.ready(endpoint);
            List.of("a", "b", "c").forEach(id -> wires.subscribe(id, STREAM));
            await().until(() -> subscribed.get() == 3);
            wires.abort();

            await().until(() -> cancelled.get() == 3);
            assertThat(log.heard()).noneMatch(line -> line.startsWith("WARN") || line.startsWith("ERROR"));
        }
    }

    @Test
    void complete_cancels_one_stream_and_frees_its_id() {
        stage(StreamsTest::silence);
        try (Wires wires = Wires.ready(endpoint)) {
            wires.subscribe("a", STREAM).subscribe("b", STREAM);
            await().until(() -> subscribed.get() == 2);
            wires.send("{\"type\":\"complete\",\"id\":\"a\"}");
            await().until(() -> cancelled.get() == 1);

            wires.subscribe("a", STREAM).send("{\"type\":\"ping\"}").expect("pong");
            assertThat(wires.isClosed()).isFalse();
        }
    }

    @Test
    void a_socket_runs_at_most_50_operations_at_once() {
        stage(StreamsTest::silence);
        try (Wires wires = Wires.ready(endpoint)) {
            for (int i = 0; i < 50; i++) {
                wires.subscribe("s" + i, STREAM);
            }
            wires.send("{\"type\":\"ping\"}").expect("pong");
            JsonNode error = wires.subscribe("one more", STREAM).expect("error");

            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo("RATE_LIMITED");
            wires.send("{\"type\":\"complete\",\"id\":\"s0\"}")
                    .subscribe("one more", STREAM)
                    .send("{\"type\":\"ping\"}")
                    .expect("pong");
        }
    }

    @Test
    void when_the_service_stops_streams_end_and_what_was_begun_is_answered() {
        Staged staged = new Staged(() -> AdaptersToReactiveStreams.publisher(silence()));
        Sockets sockets = new Sockets(config, gate, staged, renderings, Clock.systemUTC(), vertx, Optional.empty());
        QuarkusMock.installMockForType(sockets, Sockets.class);
        try (Wires streaming = Wires.ready(endpoint);
                Wires asking = Wires.ready(endpoint)) {
            streaming.subscribe("s", STREAM);
            asking.subscribe("q", "{ __typename }");
            await().until(() -> staged.waiting() == 1);
            sockets.stop(new ShutdownDelayInitiatedEvent());

            assertThat(streaming.closing().code()).isEqualTo(1012);
            assertThat(asking.isClosed()).isFalse();
            assertThat(asking.subscribe("late", "{ __typename }")
                            .expect("error")
                            .at("/payload/0/extensions/code")
                            .asText())
                    .isEqualTo("UNAVAILABLE");
            staged.answerAll();
            asking.expect("next");
            asking.expect("complete");
            assertThat(asking.closing().code()).isEqualTo(1012);
        }
        try (Wires late = Wires.open(endpoint)) {
            assertThat(late.closing().code()).isEqualTo(1012);
        }
    }

    @Test
    void a_client_that_answers_no_ping_is_let_go() {
        Tuned tuned = new Tuned(config);
        tuned.keepAlive = Duration.ofMillis(200);
        install(tuned, StreamsTest::silence);
        try (Wires wires = Wires.ready(endpoint);
                Wires attentive = Wires.ready(endpoint)) {
            wires.stopListening();
            wires.subscribe("s", STREAM);
            await().until(() -> cancelled.get() == 1);
            wires.listenAgain();

            assertThat(wires.closing().code()).isEqualTo(1001);
            attentive.send("{\"type\":\"ping\"}").expect("pong");
        }
    }

    private static Multi<ExecutionResult> silence() {
        return Multi.createFrom().nothing();
    }

    private void stage(Supplier<Multi<ExecutionResult>> streams) {
        install(config, streams);
    }

    private void install(EdgeConfig limits, Supplier<Multi<ExecutionResult>> streams) {
        Staged staged = new Staged(() -> AdaptersToReactiveStreams.publisher(streams.get()
                .onSubscription()
                .invoke(subscribed::incrementAndGet)
                .onCancellation()
                .invoke(cancelled::incrementAndGet)));
        QuarkusMock.installMockForType(
                new Sockets(limits, gate, staged, renderings, Clock.systemUTC(), vertx, Optional.empty()),
                Sockets.class);
    }
}
