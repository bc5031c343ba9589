package cn.onenetwork.faults;

import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A phone that watches all its cases, and comes back after the last event it knows when its socket is closed, as npm
/// `graphql-ws` does: after the codes at which that tries again, and after no other.
final class Watcher implements AutoCloseable {

    private static final Set<Integer> NOT_FATAL = Set.of(1000, 1001, 1005, 1006, 1012, 1013, 1014, 4403, 4408, 4504);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Executor SHORTLY = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Phone phone;
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final List<Integer> closedWith = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile String cursor;
    private volatile boolean done;
    private volatile boolean subscribed;
    private volatile @Nullable WebSocket socket;

    /// What is remembered of an event.
    record Event(String caseId, int sequence, String kind) {}

    private Watcher(Phone phone, String cursor) {
        this.phone = phone;
        this.cursor = cursor;
    }

    /// Watches from now on; returns when it is connected.
    ///
    /// @param cursor of the last event it knows
    static Watcher watch(Phone phone, String cursor) {
        Watcher watcher = new Watcher(phone, cursor);
        watcher.connect();
        Awaitility.await().atMost(PATIENCE).until(() -> watcher.subscribed);
        return watcher;
    }

    private void connect() {
        if (done) {
            return;
        }
        URI address = URI.create(phone.at("/graphql").toString().replaceFirst("^http", "ws"));
        var _ = CLIENT.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(address, new Listener())
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        SHORTLY.execute(this::connect);
                    } else {
                        socket = opened;
                        send(opened, Map.of("type", "connection_init", "payload", credentials()));
                    }
                });
    }

    private Map<String, String> credentials() {
        return Map.of("Authorization", "Bearer " + Tokens.of(phone.persona()));
    }

    private static void send(WebSocket to, Map<String, ?> message) {
        try {
            CompletableFuture<WebSocket> _ = to.sendText(Phone.JSON.writeValueAsString(message), true);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What came, in its order.
    List<Event> heard() {
        return List.copyOf(heard);
    }

    /// The codes with which its sockets were closed; 1006 where one broke.
    List<Integer> closedWith() {
        return List.copyOf(closedWith);
    }

    /// Waits for so many events, and until none of them is of the future any more.
    List<Event> await(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> heard.size() >= count || !failures.isEmpty());
        if (!failures.isEmpty()) {
            throw new AssertionError("the subscription failed: " + failures);
        }
        return heard();
    }

    /// The sequences of one case, as they came.
    List<Integer> sequences(String caseId) {
        return Stream.of(heard.toArray(Event[]::new))
                .filter(event -> event.caseId().equals(caseId))
                .map(Event::sequence)
                .toList();
    }

    private void receive(WebSocket from, JsonNode message) {
        switch (message.path("type").asText()) {
            case "connection_ack" -> {
                send(
                        from,
                        Map.of(
                                "type",
                                "subscribe",
                                "id",
                                "1",
                                "payload",
                                Map.of(
                                        "query",
                                        GraphQl.document("MyCasesProgress"),
                                        "variables",
                                        Map.of("after", cursor))));
                subscribed = true;
            }
            case "next" -> hear(message.at("/payload/data/myCasesProgressed"), message);
            case "ping" -> send(from, Map.of("type", "pong"));
            case "error", "complete" -> failures.add(message.toString());
            default -> {
                // A pong says nothing.
            }
        }
    }

    private void hear(JsonNode event, JsonNode message) {
        if (event.isObject()) {
            cursor = event.path("cursor").asText();
            heard.add(new Event(
                    event.path("caseId").asText(),
                    event.path("sequence").asInt(),
                    event.path("kind").asText()));
        } else {
            failures.add(message.toString());
        }
    }

    private void lost(int code) {
        if (!done) {
            closedWith.add(code);
            if (NOT_FATAL.contains(code)) {
                SHORTLY.execute(this::connect);
            } else {
                failures.add("closed with " + code);
            }
        }
    }

    @Override
    public void close() {
        done = true;
        WebSocket last = socket;
        if (last != null) {
            last.abort();
        }
    }

    /// A message may come in parts.
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                try {
                    receive(from, Phone.JSON.readTree(parts.toString()));
                } catch (JsonProcessingException malformed) {
                    failures.add("not JSON");
                }
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            lost(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            lost(1006);
        }
    }
}
