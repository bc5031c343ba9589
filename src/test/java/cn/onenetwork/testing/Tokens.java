package cn.onenetwork.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Real access tokens of the embedded identity provider.
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Tokens() {}

    /// A token by the password grant, one per persona and run. A name that is no persona gets one without
    /// roles.
    ///
    /// @param username of a persona, such as `citizen`
    public static String of(String username) {
        return KNOWN.computeIfAbsent(username, Tokens::fetch);
    }

    private static String fetch(String username) {
        String form = "grant_type=password&client_id=mobile-app&password=guizhou&username="
                + URLEncoder.encode(username, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(EmbeddedServices.issuer().url() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return accessToken(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", interrupted);
        }
    }

    private static String accessToken(HttpResponse<String> response) throws IOException {
        JsonNode token = JSON.readTree(response.body()).path("access_token");
        if (!token.isTextual()) {
            throw new IllegalStateException("no token, status " + response.statusCode());
        }
        return token.asText();
    }
}
