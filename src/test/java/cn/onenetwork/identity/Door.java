package cn.onenetwork.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// The ways into the service by which a token comes.
final class Door {

    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private Door() {}

    /// What came back.
    record Reply(int status, List<String> challenges, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException malformed) {
                throw new IllegalStateException("no JSON: " + text, malformed);
            }
        }
    }

    static Reply graphql(String query, String... authorization) {
        return graphql(query, Map.of(), authorization);
    }

    static Reply graphql(String query, Map<String, ?> variables, String... authorization) {
        return send(request("/graphql", authorization)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(write(Map.of("query", query, "variables", variables)))));
    }

    /// Any request, over HTTP/1.1.
    static Reply overHttp1(String authorization) {
        return send(request("/graphql", authorization)
                .version(HttpClient.Version.HTTP_1_1)
                .GET());
    }

    static Reply upload(String... authorization) {
        return send(request("/uploads/00000000-0000-0000-0000-000000000000", authorization)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("abc")));
    }

    static Reply download(String... authorization) {
        return send(request("/documents/00000000-0000-0000-0000-000000000000?ticket=none", authorization)
                .GET());
    }

    /// How a socket ends that shows this in `connection_init`, after the type of the message that came first, if any.
    static String socket(Object authorization) {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        WebSocket socket = HTTP.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(base().replaceFirst("^http", "ws") + "/graphql"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        outcome.complete(data.toString());
                        return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                        outcome.complete(code + " " + reason);
                        return null;
                    }

                    @Override
                    public void onError(WebSocket from, Throwable error) {
                        outcome.completeExceptionally(error);
                    }
                })
                .join();
        WebSocket _ = socket.sendText(
                        write(Map.of("type", "connection_init", "payload", Map.of("Authorization", authorization))),
                        true)
                .join();
        String ended = outcome.orTimeout(20, TimeUnit.SECONDS).join();
        socket.abort();
        return ended;
    }

    private static HttpRequest.Builder request(String path, String... authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
        for (String header : authorization) {
            request.header("Authorization", header);
        }
        return request;
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers().allValues("WWW-Authenticate"), response.body());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
