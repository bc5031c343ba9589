package cn.onenetwork.edge;

import cn.onenetwork.testing.Remains;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Speaks HTTP to the endpoint under test, exactly as told.
final class Client {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String GRAPHQL = "application/graphql-response+json";

    private static final int BAD_REQUEST = 400;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI endpoint;

    Client(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// What came back.
    record Reply(int status, HttpHeaders headers, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }

        JsonNode error() {
            return json().at("/errors/0");
        }

        String code() {
            return error().at("/extensions/code").asText();
        }
    }

    /// A query as JSON, answered with statuses that mean something.
    Reply ask(String query, String... headers) {
        return post(body(query), with(headers, "Content-Type", "application/json", "Accept", GRAPHQL));
    }

    Reply askAs(String token, String query) {
        return ask(query, "Authorization", "Bearer " + token);
    }

    Reply post(String body, String... headers) {
        return send(request(endpoint, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply get(String query, String... headers) {
        String parameter = "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return send(request(URI.create(endpoint + parameter), headers).GET());
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= BAD_REQUEST) {
                Remains.error(response.body());
            }
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    HttpRequest.Builder request(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return headers.length == 0 ? request : request.headers(headers);
    }

    static String body(String query) {
        return json(Map.of("query", query));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
