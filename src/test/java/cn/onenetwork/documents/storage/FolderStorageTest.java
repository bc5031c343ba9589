package cn.onenetwork.documents.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.documents.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FolderStorageTest extends StorageContract {

    @TempDir
    private Path folder;

    @Override
    Storage storage() {
        return new FolderStorage(VERTX, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "", "/etc/passwd", "..", "0123456789abcdef0123456789abcde\n"})
    void a_key_that_was_not_drawn_leads_nowhere(String key) {
        assertThatThrownBy(() -> read(key, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> await(storage().delete(key))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_left_of_what_was_deleted() throws IOException {
        String key = key();
        var kept = write(start(key, 1000), random(1000), 0, 500);
        await(storage().delete(key));
        assertThat(kept.received()).isEqualTo(500);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void a_full_disk_is_told_and_what_was_kept_can_be_finished_when_there_is_room_again() throws Exception {
        byte[] file = random(3 * MEBIBYTE);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 2)) {
            Storage small = new FolderStorage(VERTX, disk.folder());
            Storage.Unfinished begun = start(key(), file.length);
            Storage.Unfinished first = write(small, begun, file, 0, MEBIBYTE);

            assertThatThrownBy(() -> write(small, first, file, MEBIBYTE, file.length))
                    .isInstanceOfSatisfying(
                            Storage.StorageUnavailable.class,
                            full -> assertThat(full.isFull()).isTrue());
            disk.resize(8);

            Storage.Unfinished whole = write(small, first, file, MEBIBYTE, file.length);
            await(small.finish(whole));
            assertThat(await(small.read(whole.key(), 0, file.length)
                                    .collect()
                                    .in(io.vertx.core.buffer.Buffer::buffer, io.vertx.core.buffer.Buffer::appendBuffer))
                            .getBytes())
                    .isEqualTo(file);
        }
    }

    /// A file system of a few MiB in memory; only root may mount one.
    private record SmallDisk(Path folder) implements AutoCloseable {

        static SmallDisk mount(Path folder, int mebibytes) throws Exception {
            Files.createDirectories(folder);
            Assumptions.assumeTrue(
                    run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()),
                    "skipped: only root may mount a small disk");
            return new SmallDisk(folder);
        }

        void resize(int mebibytes) throws Exception {
            assertThat(run("mount", "-o", "remount,size=" + mebibytes + "m", folder.toString()))
                    .isTrue();
        }

        @Override
        public void close() throws Exception {
            assertThat(run("umount", folder.toString())).isTrue();
        }

        private static boolean run(String... command) throws Exception {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        }
    }
}
