package cn.onenetwork.faults;

import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// Somebody's app, which asks one service after the other, wherever its port is now.
final class Phone {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BREATH = Duration.ofMillis(50);
    /// What is said of a moment, and not of the request.
    private static final Set<String> LATER = Set.of("UNAVAILABLE");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String persona;
    private final IntSupplier port;

    Phone(String persona, IntSupplier port) {
        this.persona = persona;
        this.port = port;
    }

    String persona() {
        return persona;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port.getAsInt() + path);
    }

    /// Sends one of the app's documents; the whole answer.
    JsonNode operation(String name, Map<String, ?> variables) throws IOException {
        return ask(GraphQl.document(name), variables);
    }

    JsonNode ask(String document, Map<String, ?> variables) throws IOException {
        return JSON.readTree(answer(document, variables).body());
    }

    /// Sends one of the app's documents, with more headers; the whole answer.
    JsonNode operation(String name, Map<String, ?> variables, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = request(GraphQl.document(name), variables);
        headers.forEach(request::header);
        return JSON.readTree(
                send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> answer(String document, Map<String, ?> variables) throws IOException {
        return send(request(document, variables).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String document, Map<String, ?> variables) throws IOException {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        return HttpRequest.newBuilder(at("/graphql"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Tokens.of(persona))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reading) throws IOException {
        try {
            return http.send(request, reading);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /// What one try came to.
    ///
    /// @param code of the error; empty where there was none
    record Told(String code, Duration took) {}

    /// Sends it until it is not told to come later. A broken connection is a failure.
    JsonNode persist(String name, Map<String, ?> variables, Consumer<Told> listener) throws IOException {
        while (true) {
            long begun = System.nanoTime();
            JsonNode answer = operation(name, variables);
            listener.accept(new Told(code(answer), Duration.ofNanos(System.nanoTime() - begun)));
            if (!LATER.contains(code(answer))) {
                return answer;
            }
            breathe();
        }
    }

    /// Sends it until somebody answers, as the app does with an idempotency key: again after a broken connection, and
    /// after being told to come later.
    JsonNode insist(String name, Map<String, ?> variables) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                JsonNode answer = operation(name, variables);
                if (!LATER.contains(code(answer)) || System.nanoTime() > until) {
                    return answer;
                }
            } catch (IOException broken) {
                if (System.nanoTime() > until) {
                    throw broken;
                }
            }
            breathe();
        }
    }

    /// Sends it once; again only where nobody had accepted the connection, and where an answer says when to come again.
    JsonNode asTold(String name, Map<String, ?> variables) throws IOException {
        while (true) {
            try {
                HttpResponse<String> answer = answer(GraphQl.document(name), variables);
                if (answer.headers().firstValue("Retry-After").isEmpty()) {
                    return JSON.readTree(answer.body());
                }
            } catch (ConnectException refused) {
                // Nobody has read any of it.
            }
            breathe();
        }
    }

    /// Sends it once; again only where nobody had accepted the connection.
    JsonNode once(String name, Map<String, ?> variables) throws IOException {
        while (true) {
            try {
                return operation(name, variables);
            } catch (ConnectException refused) {
                breathe();
            }
        }
    }

    /// The code of the first error; empty where there is none.
    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asText("");
    }

    private static void breathe() {
        try {
            Thread.sleep(BREATH);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
