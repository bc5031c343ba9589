package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.documents.storage.S3Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The service with object storage, and that storage behind a network that breaks.
@QuarkusTest
@Tag("heavy")
@TestProfile(S3UploadsTest.Objects.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class S3UploadsTest {

    private static final byte[] FILE = Ticket.bytes(20_000_000);

    private static Gateway gateway;

    @Inject
    CleaningUploads cleaning;

    @Test
    void what_came_before_a_connection_broke_is_kept_and_the_rest_goes_on() throws IOException {
        Ticket ticket = Ticket.of(FILE.length);
        Connection connection = Connection.patching(ticket, 0, FILE.length);
        connection.write(FILE, 0, 10_000_000);
        await().atMost(Duration.ofSeconds(20)).until(() -> ticket.offset() == 10_000_000);
        connection.write(FILE, 10_000_000, 1_000);
        connection.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> ticket.offset() == 10_001_000);

        assertThat(ticket.patchRest(FILE, 10_001_000).statusCode()).isEqualTo(204);

        assertThat(ticket.state()).isNotEqualTo("UPLOADING");
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void a_wrong_checksum_keeps_nothing() {
        Ticket ticket = Ticket.of(FILE.length);
        assertThat(ticket.patch(0, Arrays.copyOf(FILE, 9_000_000)).statusCode()).isEqualTo(204);

        assertThat(ticket.patching(9_000_000)
                        .header("Upload-Checksum", Ticket.checksum(FILE))
                        .body(new byte[11_000_000])
                        .patch(ticket.path())
                        .statusCode())
                .isEqualTo(460);

        assertThat(ticket.offset()).isEqualTo(9_000_000);
        assertThat(ticket.patchRest(FILE, 9_000_000).statusCode()).isEqualTo(204);
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void a_storage_that_hangs_is_told_and_loses_nothing() {
        Ticket ticket = Ticket.of(FILE.length);
        assertThat(ticket.patch(0, Arrays.copyOf(FILE, 9_000_000)).statusCode()).isEqualTo(204);
        gateway.stallAfter(100_000);

        var refused = ticket.patchRest(FILE, 9_000_000);

        assertThat(refused.statusCode()).isIn(204, 503);
        if (refused.statusCode() == 503) {
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("UNAVAILABLE");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            long offset = ticket.offset();
            return offset == FILE.length || ticket.patchRest(FILE, (int) offset).statusCode() == 204;
        });
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void an_expired_upload_goes_with_all_its_parts() {
        Ticket ticket = Ticket.of(FILE.length);
        assertThat(ticket.patch(0, Arrays.copyOf(FILE, 9_000_000)).statusCode()).isEqualTo(204);
        assertThat(ticket.request().delete(ticket.path()).statusCode()).isEqualTo(204);

        cleaning.sweep().await().atMost(Duration.ofSeconds(30));

        assertThatThrownBy(() -> Stored.bytes(ticket.key, 10)).isInstanceOf(Storage.StorageUnavailable.class);
    }

    /// The settings of a service with object storage.
    public static class Objects implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Server.class));
        }
    }

    /// The object storage of this test, reached through a network that can be broken.
    public static class Server implements QuarkusTestResourceLifecycleManager {

        private S3Server server;
        private Gateway network;

        @Override
        public Map<String, String> start() {
            try {
                server = S3Server.start();
                network = new Gateway(server.address().getPort());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return Map.of(
                    "one-network.documents.storage.kind", "S3",
                    "one-network.documents.storage.s3.bucket", S3Server.BUCKET,
                    "one-network.documents.storage.s3.endpoint", "http://localhost:" + network.port(),
                    "one-network.documents.storage.s3.access-key", "access",
                    "one-network.documents.storage.s3.secret-key", "secret",
                    "one-network.documents.storage.s3.timeout", "6S",
                    "one-network.documents.storage.s3.attempt-timeout", "6S");
        }

        @Override
        public void inject(Object test) {
            gateway = network;
        }

        @Override
        public void stop() {
            try {
                network.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } finally {
                server.close();
            }
        }
    }
}
