package cn.onenetwork.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One subscription over a socket of its own, by the sub-protocol graphql-transport-ws. [GraphQl] opens it.
///
/// Every `next` is kept as the response it carries, an `error` as a response that has only `errors`.
public final class Subscription implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ID = "1";

    private final BlockingQueue<JsonPath> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final CompletableFuture<Void> completed = new CompletableFuture<>();
    private WebSocket socket;

    private Subscription() {}

    static Subscription open(@Nullable String token, String document, Map<String, ?> variables) {
        Subscription subscription = new Subscription();
        URI address = URI.create(RestAssured.baseURI.replaceFirst("^http", "ws") + ":" + RestAssured.port + "/graphql");
        subscription.socket = CLIENT.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(address, subscription.new Listener())
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        Map<String, String> credentials = token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
        subscription.send(Map.of("type", "connection_init", "payload", credentials));
        subscription
                .acknowledged
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        subscription.send(
                Map.of("type", "subscribe", "id", ID, "payload", Map.of("query", document, "variables", variables)));
        return subscription;
    }

    /// The next response, waited for up to 20 seconds.
    public JsonPath next() {
        try {
            JsonPath answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("Nothing came within " + PATIENCE);
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", interrupted);
        }
    }

    /// The next so many responses, in their order.
    public List<JsonPath> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    /// What came and was not asked for yet, without waiting.
    public List<JsonPath> pending() {
        return List.copyOf(answers);
    }

    /// Waits until the server says that there will be no more.
    public void awaitCompletion() {
        completed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    @Override
    public void close() {
        CompletableFuture<WebSocket> closed = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> socket)
                .join();
    }

    private void send(Map<String, ?> message) {
        try {
            CompletableFuture<WebSocket> sent = socket.sendText(JSON.writeValueAsString(message), true);
            sent.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void receive(String text) throws JsonProcessingException {
        Remains.event(text);
        JsonNode message = JSON.readTree(text);
        switch (message.path("type").asText()) {
            case "connection_ack" -> acknowledged.complete(null);
            case "next" -> answers.add(new JsonPath(message.path("payload").toString()));
            case "error" -> {
                answers.add(new JsonPath("{\"errors\":" + message.path("payload") + "}"));
                completed.complete(null);
            }
            case "complete" -> completed.complete(null);
            default -> {
                // Pings keep the connection open and ask for nothing within the time of a test.
            }
        }
    }

    /// A message may come in parts.
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                try {
                    receive(text);
                } catch (JsonProcessingException malformed) {
                    fail(malformed);
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            fail(new IllegalStateException("The server closed the socket: " + code + " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            fail(failure);
        }

        private void fail(Throwable failure) {
            acknowledged.completeExceptionally(failure);
            completed.completeExceptionally(failure);
        }
    }
}
