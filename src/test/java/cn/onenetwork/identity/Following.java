package cn.onenetwork.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A client that follows a case over one socket, until the service closes it.
final class Following implements WebSocket.Listener {

    private static final String DOCUMENT =
            "subscription($id: ID, $after: Int) { caseProgressed(id: $id, afterSequence: $after) { sequence } }";

    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final List<Integer> heard;
    private final String id;
    private WebSocket socket;

    private Following(List<Integer> heard, String id) {
        this.heard = heard;
        this.id = id;
    }

    /// Begins after what was heard, and adds to it.
    static Following begin(String bearer, String id, List<Integer> heard) {
        Following following = new Following(heard, id);
        following.socket = Door.HTTP
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(Door.base().replaceFirst("^http", "ws") + "/graphql"), following)
                .join();
        following.say(Map.of("type", "connection_init", "payload", Map.of("Authorization", bearer)));
        return following;
    }

    /// The code with which the service closed; not yet while it has not.
    CompletableFuture<Integer> closed() {
        return closed;
    }

    void abort() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode message = new Door.Reply(0, List.of(), partial.toString()).json();
            partial.setLength(0);
            hear(message);
        }
        from.request(1);
        return null;
    }

    private void hear(JsonNode message) {
        switch (message.path("type").asText()) {
            case "connection_ack" ->
                say(Map.of(
                        "type",
                        "subscribe",
                        "id",
                        "1",
                        "payload",
                        Map.of(
                                "query",
                                DOCUMENT,
                                "variables",
                                Map.of("id", id, "after", heard.isEmpty() ? 0 : heard.getLast()))));
            case "next" ->
                heard.add(message.at("/payload/data/caseProgressed/sequence").asInt());
            case "ping" -> say(Map.of("type", "pong"));
            default -> closed.completeExceptionally(new AssertionError(message.toString()));
        }
    }

    private void say(Map<String, ?> message) {
        var _ = socket.sendText(Door.write(message), true);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
