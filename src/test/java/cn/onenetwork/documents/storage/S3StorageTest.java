package cn.onenetwork.documents.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.documents.Storage;
import cn.onenetwork.documents.Storage.StorageUnavailable;
import cn.onenetwork.documents.Storage.Unfinished;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The contract over the wire, against a real server.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class S3StorageTest extends StorageContract {

    @TempDir
    private static Path spools;

    private static S3Server server;
    private static S3AsyncClient client;
    private static S3Storage storage;

    @BeforeAll
    static void serve() throws IOException {
        server = S3Server.start();
        client = S3Clients.of(server.settings(Duration.ofSeconds(20)));
        storage = storage(client);
    }

    @AfterAll
    static void end() {
        storage.close();
        server.close();
    }

    private static S3Storage storage(S3AsyncClient client) {
        return new S3Storage(VERTX, client, S3Server.BUCKET, 8L * MEBIBYTE, spools);
    }

    @Override
    Storage storage() {
        return storage;
    }

    @Test
    void an_unfinished_upload_goes_on_on_another_pod() {
        byte[] file = random(10 * MEBIBYTE);
        String key = key();
        Unfinished kept = write(start(key, file.length), file, 0, 9 * MEBIBYTE);
        try (S3AsyncClient other = S3Clients.of(server.settings(Duration.ofSeconds(20)))) {
            Storage there = storage(other);
            await(there.finish(write(there, kept, file, 9 * MEBIBYTE, file.length)));
        }

        assertThat(read(key, 0, file.length)).isEqualTo(file);
    }

    @Test
    void nothing_but_the_content_is_left_after_finishing_and_nothing_after_deleting() {
        byte[] file = random(17 * MEBIBYTE);
        String key = key();
        Unfinished kept = write(start(key, file.length), file, 0, MEBIBYTE);
        kept = write(kept, file, MEBIBYTE, 9 * MEBIBYTE);
        kept = write(kept, file, 9 * MEBIBYTE, file.length);
        assertThat(names(key)).anyMatch(name -> name.contains(".tail."));

        finish(kept);
        assertThat(names(key)).containsExactly(key);
        await(storage.delete(key));
        assertThat(names(key)).isEmpty();
    }

    @Test
    void the_spool_on_disk_has_no_name() throws IOException {
        Unfinished begun = start(key(), 100);
        Storage.Writing writing = await(storage.resume(begun));
        try (Stream<Path> files = Files.list(spools)) {
            assertThat(files).isEmpty();
        }
        await(writing.close());
    }

    @Test
    void the_server_refuses_a_part_whose_bytes_are_not_those_of_its_checksum() {
        Unfinished kept = write(start(key(), 9L * MEBIBYTE), random(MEBIBYTE), 0, 0);
        S3Progress progress = S3Progress.of(Objects.requireNonNull(kept.progress()));
        String ofOtherBytes = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

        assertThatThrownBy(() -> await(storage.part(kept, progress, AsyncRequestBody.fromString("abc"), ofOtherBytes)))
                .isInstanceOf(S3Exception.class);
    }

    @Test
    void a_storage_that_hangs_is_away_after_its_time() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                S3AsyncClient stalled = S3Clients.of(S3Server.settings(
                        URI.create("http://localhost:" + silent.getLocalPort()), Duration.ofSeconds(2)))) {
            long before = System.nanoTime();

            assertThatThrownBy(() -> await(storage(stalled).resume(start(key(), 100))))
                    .isInstanceOf(StorageUnavailable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static java.util.List<String> names(String key) {
        return client.listObjectsV2(list -> list.bucket(S3Server.BUCKET).prefix(key)).join().contents().stream()
                .map(object -> object.key())
                .toList();
    }
}
