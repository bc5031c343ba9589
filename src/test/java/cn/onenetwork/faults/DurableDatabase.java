package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.platform.embedded.EmbeddedDatabase;
import cn.onenetwork.testing.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A PostgreSQL that loses nothing it has acknowledged, for all fault tests of this JVM; it can be killed and started
/// again.
final class DurableDatabase implements Tables, AutoCloseable {

    private static final String FOLDER = "one-network.test.faults";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedDatabase database;
    private final Path folder;
    /// Where its files are, as this process sees them.
    private Path data;
    private List<String> command = List.of();

    private DurableDatabase(EmbeddedDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
        this.data = folder.resolve("database");
    }

    static DurableDatabase started() {
        Path folder = folder();
        DurableDatabase started = new DurableDatabase(
                EmbeddedDatabase.start(new EmbeddedDatabase.Plan("faults", 0, folder, false, true)), folder);
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(started.query("show " + setting)).as(setting).isEqualTo("on");
        }
        return started;
    }

    /// One of its own, on that disk.
    static DurableDatabase on(SmallDisk disk) throws IOException {
        Path folder = Files.createTempDirectory("one-network-faults");
        String name = folder.getFileName().toString();
        DurableDatabase made = new DurableDatabase(
                EmbeddedDatabase.start(new EmbeddedDatabase.Plan(name, 0, folder, false, true)), folder);
        made.moveTo(disk);
        return made;
    }

    private void moveTo(SmallDisk disk) {
        Path target = disk.folder().resolve("database");
        Runnable _ = kill();
        List<String> copy = new ArrayList<>(disk.launcher());
        copy.addAll(List.of("cp", "-a", data.toString(), target.toString()));
        try (Child copying = Child.start(folder.resolve("copy.log"), copy)) {
            copying.awaitSuccess(PATIENCE);
        }
        command = Stream.of(
                        disk.launcher(),
                        // Whoever is root there is not allowed to serve either.
                        List.of("unshare", "-U"),
                        command.subList(command.indexOf("-U") + 1, command.size()),
                        // What it keeps for itself shall not fill the disk before the test does.
                        List.of("-c", "max_wal_size=64MB", "-c", "min_wal_size=32MB"))
                .flatMap(List::stream)
                .map(word -> word.equals(data.toString()) ? target.toString() : word)
                .toList();
        data = disk.seen(target);
        start();
    }

    private static synchronized Path folder() {
        try {
            if (System.getProperty(FOLDER) == null) {
                System.setProperty(
                        FOLDER, Files.createTempDirectory("one-network-faults").toString());
            }
            return Path.of(System.getProperty(FOLDER));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return database.port();
    }

    @Override
    public Map<String, String> settings() {
        return database.settings();
    }

    /// Kills every process of the server, as a machine that loses its power does.
    ///
    /// @return starts it again, as it was, and waits until it answers
    Runnable kill() {
        ProcessHandle server = server().orElseThrow();
        if (command.isEmpty()) {
            command = command(server);
        }
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        return this::start;
    }

    boolean isAlive() {
        return server().isPresent();
    }

    /// Starts it again where it has ended by itself, and waits until it answers.
    void startUnlessAlive() {
        if (isAlive()) {
            awaitAnswer();
        } else {
            start();
        }
    }

    /// Empty where it has ended.
    private Optional<ProcessHandle> server() {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).getFirst().strip()))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// PostgreSQL refuses to run as root; in a user namespace of its own it is somebody else.
    private static List<String> command(ProcessHandle server) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(server.info().command().orElseThrow());
        command.addAll(List.of(server.info().arguments().orElseThrow()));
        return command;
    }

    private void start() {
        Redirect log = Redirect.appendTo(folder.resolve("database.log").toFile());
        try {
            Process _ = new ProcessBuilder(command)
                    .redirectOutput(log)
                    .redirectError(log)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        awaitAnswer();
    }

    private void awaitAnswer() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> "on".equals(query("show fsync")));
    }

    /// Only for one of its own; that of all tests ends with the JVM.
    @Override
    public void close() {
        if (isAlive()) {
            Runnable _ = kill();
        }
    }
}
