package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;

/// One file on its way to a case, by tus, from a phone that remembers nothing but the address.
final class Upload {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BLOCK = 16 * 1024;
    private static final String PDF_END = """
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    final String id;
    final byte[] file;
    private final Phone phone;

    private Upload(Phone phone, String id, byte[] file) {
        this.phone = phone;
        this.id = id;
        this.file = file;
    }

    /// Saves a draft and gets the ticket for a file of about so many bytes.
    static Upload announce(Phone phone, int size) throws IOException {
        String draft = Draft.save(phone);
        byte[] file = pdf(size);
        JsonNode ticket = phone.insist(
                "DocumentUploadCreate",
                Map.of(
                        "input",
                        Map.of(
                                "idempotencyKey",
                                Filing.key(),
                                "caseId",
                                draft,
                                "materialId",
                                "ht-land-planning-m05",
                                "fileName",
                                "勘测定界图.pdf",
                                "mediaType",
                                "application/pdf",
                                "size",
                                file.length)));
        String id = ticket.at("/data/documentUploadCreate/upload/id").asText();
        assertThat(id).as("%s", ticket).isNotEmpty();
        return new Upload(phone, id, file);
    }

    /// A sound document, filled up with remarks that are in no other.
    private static byte[] pdf(int size) {
        byte[] noise = new byte[size / 2];
        new Random().nextBytes(noise);
        String remarks = HexFormat.of().formatHex(noise).replaceAll("(.{100})", "%$1\n");
        return ("%PDF-1.4\n" + remarks + "\n%\n" + PDF_END).getBytes(StandardCharsets.US_ASCII);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(phone.at("/uploads/" + id))
                .header("Authorization", "Bearer " + Tokens.of(phone.persona()))
                .header("Tus-Resumable", "1.0.0");
    }

    /// How much the service says it has.
    int offset() throws IOException {
        HttpResponse<String> answer = phone.send(request().HEAD().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    /// The same, which goes on by another phone.
    Upload from(Phone another) {
        return new Upload(another, id, file);
    }

    /// Sends the rest in one request; its status.
    int sendRest() throws IOException {
        return send(file.length);
    }

    /// Sends what comes before that byte, from where it is, in one request; its status.
    int send(int until) throws IOException {
        int offset = offset();
        return phone.send(
                        request()
                                .header("Upload-Offset", Integer.toString(offset))
                                .header("Content-Type", "application/offset+octet-stream")
                                .method(
                                        "PATCH",
                                        HttpRequest.BodyPublishers.ofByteArray(Arrays.copyOfRange(file, offset, until)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /// Goes on until everything has arrived; who comes back too early is told so (409, 423) and asks again.
    void goOn() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (offset() == file.length) {
                return true;
            }
            assertThat(sendRest()).isIn(204, 409, 423);
            return offset() == file.length;
        });
    }

    /// Sends block after block, slowly, until the connection breaks or all of it is gone.
    ///
    /// @param breath after each block
    void trickle(Duration breath) throws IOException, InterruptedException {
        try (Socket socket = new Socket("127.0.0.1", phone.at("/").getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH /uploads/" + id + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\n"
                            + "Authorization: Bearer " + Tokens.of(phone.persona()) + "\r\n"
                            + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
                            + "Content-Length: " + file.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < file.length; from += BLOCK) {
                out.write(file, from, Math.min(BLOCK, file.length - from));
                Thread.sleep(breath);
            }
        }
    }
}
