package cn.onenetwork.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// Somebody at a desk elsewhere, with a client of one's own and a bearer token.
///
/// @param service the address of the service
/// @param issuer the address of the identity provider
record Officer(URI service, URI issuer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// 收件.
    ///
    /// @return the answer of the service
    JsonNode receives(String caseId, int version) {
        String document = """
                mutation Receive($input: CaseReceiveInput!) {
                  caseReceive(input: $input) { serviceCase { status } userErrors { code message } }
                }
                """;
        Map<String, Object> input =
                Map.of("caseId", caseId, "expectedVersion", version, "idempotencyKey", "receive-" + caseId);
        return send(HttpRequest.newBuilder(service.resolve("/graphql"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(body(Map.of("query", document, "variables", Map.of("input", input)))));
    }

    private String token() {
        return send(HttpRequest.newBuilder(issuer.resolve("/guizhou/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=mobile-app"
                                + "&username=officer-hightech&password=guizhou")))
                .path("access_token")
                .asText();
    }

    private static HttpRequest.BodyPublisher body(Map<String, Object> request) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(request));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
