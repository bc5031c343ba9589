package cn.onenetwork.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The client's end of a WebSocket, exactly as told.
final class Wires implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closing> closing = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean listening = true;
    private WebSocket socket;

    /// How the server closed.
    record Closing(int code, String reason) {}

    /// A socket that has been opened, and nothing more.
    static Wires open(URI endpoint, String... headers) {
        return speaking(endpoint, "graphql-transport-ws", headers);
    }

    static Wires speaking(URI endpoint, String subprotocol, String... headers) {
        Wires wires = new Wires();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols(subprotocol);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        wires.socket = builder.buildAsync(URI.create(endpoint.toString().replaceFirst("^http", "ws")), wires)
                .join();
        return wires;
    }

    /// A socket that is ready for operations of whoever has the token.
    static Wires ready(URI endpoint, String token) {
        Wires wires = open(endpoint);
        wires.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}");
        wires.expect("connection_ack");
        return wires;
    }

    /// A socket that is ready for operations of nobody.
    static Wires ready(URI endpoint) {
        Wires wires = open(endpoint);
        wires.send("{\"type\":\"connection_init\"}");
        wires.expect("connection_ack");
        return wires;
    }

    @CanIgnoreReturnValue
    Wires send(String text) {
        WebSocket _ = socket.sendText(text, true).join();
        return this;
    }

    void sendBinary() {
        WebSocket _ = socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    @CanIgnoreReturnValue
    Wires subscribe(String id, String query) {
        return send(Client.json(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query))));
    }

    JsonNode next() {
        try {
            String text = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("no message; closing: " + closing.getNow(null));
            }
            return Client.JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @CanIgnoreReturnValue
    JsonNode expect(String type) {
        JsonNode message = next();
        if (!message.path("type").asText().equals(type)) {
            throw new AssertionError("expected " + type + " but got " + message);
        }
        return message;
    }

    /// Waits for the server to close.
    Closing closing() {
        try {
            return closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException open) {
            throw new AssertionError("still open; messages: " + received, open);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    boolean isClosed() {
        return closing.isDone();
    }

    /// Reads nothing more, not even pings, so that the connection fills up.
    void stopListening() {
        listening = false;
    }

    void listenAgain() {
        listening = true;
        socket.request(1);
    }

    /// Gone without a word.
    void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(partial.toString());
            partial.setLength(0);
        }
        return goOn(webSocket);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        return goOn(webSocket);
    }

    private CompletionStage<?> goOn(WebSocket webSocket) {
        if (listening) {
            webSocket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closing.complete(new Closing(statusCode, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closing.completeExceptionally(error);
    }
}
