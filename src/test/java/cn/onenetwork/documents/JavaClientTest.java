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
            assertThat(arrives(client)).isFalse();
            gateway.breakAfter(FILE.length * 4 / 10);
            assertThat(arrives(client)).isFalse();
            assertThat(ticket.offset()).isBetween(1L, FILE.length - 1L);

            assertThat(arrives(client)).isTrue();
        }
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    /// Resumes until the file has arrived or the connection breaks. Who comes back before the service has seen
    /// the break is told so (409, 423) and asks again.
    private static boolean arrives(TusClient client) throws Exception {
        for (int tries = 0; tries < 20; tries++) {
            try {
                sendAll(client.resumeOrCreateUpload(upload()));
                return true;
            } catch (ProtocolException refused) {
                assertThat(refused.getCausingConnection().getResponseCode()).isIn(409, 423);
                Thread.sleep(200);
            } catch (IOException broken) {
                return false;
            }
        }
        throw new AssertionError("it was refused again and again");
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
