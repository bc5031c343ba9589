package cn.onenetwork.documents.download;

import cn.onenetwork.testing.GraphQl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks for the address of a document, and opens it, as an app does.
record Browser(URI service) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// The address that somebody is told of a document, or of none.
    static @Nullable String address(String persona, String caseId, UUID document) {
        return GraphQl.as(persona)
                .ask(
                        "query($id: ID) { serviceCase(id: $id) { materials { documents { id downloadUrl } } } }",
                        Map.of("id", caseId))
                .<List<Map<String, String>>>getList("data.serviceCase.materials.documents")
                .stream()
                .flatMap(List::stream)
                .filter(one -> one.get("id").equals(document.toString()))
                .findFirst()
                .orElseThrow()
                .get("downloadUrl");
    }

    Reply get(String address, String... headers) {
        return send("GET", address, headers);
    }

    Reply send(String method, String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(address)).method(method, BodyPublishers.noBody());
        try {
            HttpResponse<byte[]> response = HTTP.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    record Reply(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        byte[] body() {
            return response.body();
        }

        String text() {
            return new String(body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
