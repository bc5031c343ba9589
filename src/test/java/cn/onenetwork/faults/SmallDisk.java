package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.Child;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// A file system of some MiB in memory that a test can fill up. Only processes that are started with
/// [#launcher] see it: it is mounted in a namespace of its own, for which nobody has to be root.
final class SmallDisk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern READY = Pattern.compile("(mounted)");
    private static final byte[] BLOCK = new byte[64 * 1024];

    private final Child holder;
    private final Path folder;

    private SmallDisk(Child holder, Path folder) {
        this.holder = holder;
        this.folder = folder;
    }

    /// Whether this machine lets us mount one.
    static boolean isPossible(Path log) {
        try (Child attempt = Child.start(
                log, List.of("unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt && unshare -U true"))) {
            attempt.awaitSuccess(PATIENCE);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    /// @param folder where it is mounted; made, if it is not there
    static SmallDisk mount(Path log, Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        Child holder = Child.start(
                log,
                List.of(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=" + mebibytes + "m tmpfs \"$0\" && echo mounted && exec sleep 86400",
                        folder.toString()));
        String _ = holder.awaitLine(READY, PATIENCE);
        return new SmallDisk(holder, folder);
    }

    Path folder() {
        return folder;
    }

    /// What comes before a command that shall see it.
    List<String> launcher() {
        return List.of(
                "nsenter",
                "-t",
                Long.toString(holder.pid()),
                "-U",
                "-m",
                "--preserve-credentials",
                "sh",
                "-c",
                // Whoever enters begins at the root.
                "cd \"$0\" && exec \"$@\"",
                Path.of("").toAbsolutePath().toString());
    }

    /// The place of a file on it, for processes that do not see it.
    Path seen(Path inside) {
        return Path.of("/proc", Long.toString(holder.pid()), "root")
                .resolve(Path.of("/").relativize(inside));
    }

    /// Somebody else takes all room but this much.
    ///
    /// @param bytes 0 for none at all
    void leave(long bytes) throws IOException {
        try (OutputStream ballast =
                Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (room() > bytes) {
                ballast.write(BLOCK);
            }
        } catch (IOException full) {
            assertThat(room()).as("%s", full).isZero();
        }
    }

    /// There is room again.
    void relieve() throws IOException {
        Files.delete(ballast());
    }

    private long room() throws IOException {
        return Files.getFileStore(seen(folder)).getUsableSpace();
    }

    private Path ballast() {
        return seen(folder.resolve("ballast"));
    }

    @Override
    public void close() {
        holder.kill();
    }
}
