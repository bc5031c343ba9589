package cn.onenetwork.documents.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.documents.Storage;
import cn.onenetwork.documents.Storage.ContentLost;
import cn.onenetwork.documents.Storage.Unfinished;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// What every storage promises.
abstract class StorageContract {

    static final Vertx VERTX = Vertx.vertx();
    static final int MEBIBYTE = 1024 * 1024;

    private static final byte[] FILE = random(18 * MEBIBYTE + 12_345);

    abstract Storage storage();

    @Test
    void content_that_came_in_one_write_is_read_as_it_was() {
        String key = key();
        Unfinished kept = write(start(key, FILE.length), FILE, 0, FILE.length);

        assertThat(kept.received()).isEqualTo(FILE.length);
        finish(kept);

        assertThat(read(key, 0, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void content_that_came_in_many_writes_is_read_as_it_was() {
        String key = key();
        Unfinished kept = start(key, FILE.length);
        int[] cuts = {1, 700_000, 8 * MEBIBYTE, 8 * MEBIBYTE + 1, 13_000_000, 16 * MEBIBYTE - 1, FILE.length};
        for (int cut : cuts) {
            kept = write(kept, FILE, (int) kept.received(), cut);
            assertThat(kept.received()).isEqualTo(cut);
        }
        finish(kept);

        assertThat(read(key, 0, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void any_cuts_at_all_make_the_same_content() {
        Random random = new Random(7);
        byte[] file = random(12 * MEBIBYTE);
        for (int round = 0; round < 3; round++) {
            String key = key();
            Unfinished kept = start(key, file.length);
            while (kept.received() < file.length) {
                int from = (int) kept.received();
                Unfinished next = write(kept, file, from, from + 1 + random.nextInt(file.length - from));
                // Sometimes what was written was never recorded.
                kept = random.nextInt(3) == 0 && from > 0 ? kept : next;
            }
            finish(kept);
            assertThat(read(key, 0, file.length)).isEqualTo(file);
        }
    }

    @Test
    void what_was_written_and_not_recorded_is_written_over() {
        String key = key();
        Unfinished recorded = write(start(key, FILE.length), FILE, 0, 9 * MEBIBYTE);
        byte[] other = new byte[FILE.length];
        var _ = write(recorded, other, 9 * MEBIBYTE, FILE.length - 1);

        finish(write(recorded, FILE, 9 * MEBIBYTE, FILE.length));

        assertThat(read(key, 0, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void finishing_may_be_repeated() {
        String key = key();
        Unfinished kept = write(start(key, 100), FILE, 0, 100);

        finish(kept);
        finish(kept);

        assertThat(read(key, 0, 100)).isEqualTo(Arrays.copyOf(FILE, 100));
    }

    @Test
    void empty_content_is_content() {
        String key = key();

        finish(start(key, 0));

        assertThat(read(key, 0, 0)).isEmpty();
    }

    @Test
    void a_part_of_content_may_be_read() {
        String key = key();
        finish(write(start(key, 1000), FILE, 0, 1000));

        assertThat(read(key, 990, 10)).isEqualTo(Arrays.copyOfRange(FILE, 990, 1000));
        assertThat(read(key, 0, 1)).isEqualTo(Arrays.copyOf(FILE, 1));
        assertThat(read(key, 500, 0)).isEmpty();
    }

    @Test
    void deleted_content_is_read_by_nobody() {
        String key = key();
        finish(write(start(key, 1000), FILE, 0, 1000));
        assertThat(read(key, 0, 1000)).isEqualTo(Arrays.copyOf(FILE, 1000));

        await(storage().delete(key));

        assertThatThrownBy(() -> read(key, 0, 1000)).hasCauseInstanceOf(Exception.class);
    }

    @Test
    void deleting_may_be_repeated_and_takes_what_is_unfinished_with_it() {
        String key = key();
        Unfinished kept = write(start(key, FILE.length), FILE, 0, 10 * MEBIBYTE);

        await(storage().delete(key));
        await(storage().delete(key));

        assertThatThrownBy(() -> await(storage().finish(kept))).isInstanceOf(ContentLost.class);
        await(storage().delete(key()));
    }

    @Test
    void lost_bytes_are_asked_for_again() {
        String key = key();
        Unfinished kept = write(start(key, FILE.length), FILE, 0, 10 * MEBIBYTE);
        await(storage().delete(key));

        assertThatThrownBy(() -> write(kept, FILE, 10 * MEBIBYTE, FILE.length))
                .isInstanceOfAny(ContentLost.class, Storage.StorageUnavailable.class);
    }

    @Test
    void it_answers() {
        await(storage().probe());
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static String key() {
        return HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits())
                + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
    }

    static Unfinished start(String key, long size) {
        return new Unfinished(key, size, 0, null);
    }

    /// Writes a piece of the file on its own, as a request would; everything is kept.
    Unfinished write(Unfinished content, byte[] file, int from, int to) {
        return write(storage(), content, file, from, to);
    }

    static Unfinished write(Storage storage, Unfinished content, byte[] file, int from, int to) {
        return await(storage.resume(content).compose(writing -> {
            Future<Void> done = Future.succeededFuture();
            for (int at = from; at < to; at += 100_000) {
                Buffer block = Buffer.buffer(Arrays.copyOfRange(file, at, Math.min(to, at + 100_000)));
                done = done.compose(_ -> writing.append(block));
            }
            return done.compose(_ -> writing.keep()).eventually(writing::close);
        }));
    }

    void finish(Unfinished content) {
        await(storage().finish(content));
    }

    byte[] read(String key, long from, long length) {
        return await(storage().read(key, from, length).collect().in(Buffer::buffer, Buffer::appendBuffer))
                .getBytes();
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
