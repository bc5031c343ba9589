package cn.onenetwork.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// The folder of an embedded database: whose it is, and what a killed process left in it.
record DatabaseFolder(Path root) {

    private static final int SECONDS_TO_STOP = 10;

    Path data() {
        return root.resolve("database");
    }

    Path log() {
        return root.resolve("database.log");
    }

    /// Makes the folder ours.
    ///
    /// - Held by a living process: refused.
    /// - A server that outlived a killed process is stopped; its data stay.
    /// - A database that was never finished is thrown away.
    void claim() throws IOException {
        Files.createDirectories(root);
        requireUnlocked();
        stopOrphan();
        if (isReady()) {
            Files.deleteIfExists(postmaster());
        } else {
            deleteData();
        }
    }

    /// A server of somebody else on our port would answer the library's first question, and be taken for ours.
    void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assert probe.isBound();
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "127.0.0.1:%d is taken: choose another port for the embedded database with -Done-network.embedded.db-port="
                            .formatted(port),
                    taken);
        }
    }

    /// Whether the roles exist, so that only the server has to be started.
    boolean isReady() {
        return Files.exists(mark());
    }

    void markReady() throws IOException {
        Files.writeString(mark(), "The roles and the database exist.\n");
    }

    private Path mark() {
        return data().resolve("one-network.ready");
    }

    private Path postmaster() {
        return data().resolve("postmaster.pid");
    }

    /// The library holds this lock as long as its process lives.
    private void requireUnlocked() throws IOException {
        Path lock = data().resolve("epg-lock");
        if (Files.exists(lock) && !isLockable(lock)) {
            throw new IllegalStateException(
                    "the embedded database in %s is in use by another process: stop that one, or choose another folder and port with -Done-network.embedded.folder= and -Done-network.embedded.db-port="
                            .formatted(root));
        }
    }

    private static boolean isLockable(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private void stopOrphan() throws IOException {
        if (Files.exists(postmaster())) {
            String pid = Files.readString(postmaster()).lines().findFirst().orElse("");
            orphan(pid).ifPresent(DatabaseFolder::stop);
        }
    }

    /// The number may meanwhile belong to an innocent process.
    private static Optional<ProcessHandle> orphan(String pid) {
        return Optional.of(pid.strip())
                .filter(number -> number.matches("\\d+"))
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void deleteData() throws IOException {
        if (Files.exists(data())) {
            try (Stream<Path> files = Files.walk(data())) {
                files.sorted(Comparator.reverseOrder()).forEach(DatabaseFolder::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
