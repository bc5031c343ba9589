package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The client of the Android app, as it is published.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JavaClientTest {

    private static final byte[] FILE = Ticket.bytes(5_000_000);

    @Test
    void it_creates_and_uploads() throws Exception {
        Ticket ticket = Ticket.of(FILE.length);
        TusUploader uploader = client(ticket, RestAssured.port).createUpload(upload());
        sendAll(uploader);

        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void it_resumes_after_the_connection_broke_at_30_and_at_70_percent() throws Exception {
        Ticket ticket = Ticket.of(FILE.length);
        try (Gateway gateway = new Gateway(RestAssured.port)) {
            TusClient client = client(ticket, gateway.port());
            gateway.breakAfter(FILE.length * 3 / 10);
            assertThat(goesWrong(client)).isTrue();
            gateway.breakAfter(FILE.length * 4 / 10);
            assertThat(goesWrong(client)).isTrue();
            assertThat(ticket.offset()).isBetween(1L, FILE.length - 1L);

            sendAll(client.resumeOrCreateUpload(upload()));
        }
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    private static boolean goesWrong(TusClient client) throws ProtocolException {
        try {
            sendAll(client.resumeOrCreateUpload(upload()));
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    private static void sendAll(TusUploader uploader) throws IOException, ProtocolException {
        uploader.setChunkSize(64 * 1024);
        while (uploader.uploadChunk() > -1) {
            // It tells how many bytes have gone.
        }
        uploader.finish();
    }

    private static TusUpload upload() {
        TusUpload upload = new TusUpload();
        upload.setInputStream(new ByteArrayInputStream(FILE));
        upload.setSize(FILE.length);
        upload.setFingerprint("the file");
        return upload;
    }

    private static TusClient client(Ticket ticket, int port) throws IOException {
        TusClient client = new TusClient();
        client.setUploadCreationURL(
                URI.create("http://localhost:" + port + ticket.path()).toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + Tokens.of(ticket.persona)));
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }
}
