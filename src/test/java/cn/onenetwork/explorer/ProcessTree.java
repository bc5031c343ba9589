package cn.onenetwork.explorer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process, those it started, and the database server, which has left the family: all that must be gone in
/// the end.
final class ProcessTree {

    private static final Duration TIME_TO_END = Duration.ofSeconds(60);

    private final Process root;
    private final Path postmaster;
    private final Thread atExit = new Thread(this::kill);

    /// @param postmaster the file in which the database server writes its number
    ProcessTree(Process root, Path postmaster) {
        this.root = root;
        this.postmaster = postmaster;
        // Where somebody stops the tests half-way.
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    boolean isAlive() {
        return root.isAlive();
    }

    /// Asks the processes to end, as Ctrl-C does; the database is theirs to stop.
    ///
    /// @throws IllegalStateException where some had to be killed
    void end() {
        List<ProcessHandle> family = family().toList();
        List<ProcessHandle> all = Stream.concat(family.stream(), server()).toList();
        family.forEach(ProcessHandle::destroy);
        CompletableFuture<Void> gone =
                CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        gone.completeOnTimeout(null, TIME_TO_END.toSeconds(), TimeUnit.SECONDS).join();
        List<ProcessHandle> stubborn =
                all.stream().filter(ProcessHandle::isAlive).toList();
        stubborn.forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().removeShutdownHook(atExit);
        if (!stubborn.isEmpty()) {
            throw new IllegalStateException("these processes did not end by themselves: " + stubborn);
        }
    }

    /// Kills them all at once, as nothing can prevent.
    void kill() {
        Stream.concat(family(), server()).toList().forEach(ProcessHandle::destroyForcibly);
    }

    private Stream<ProcessHandle> family() {
        return Stream.concat(root.descendants(), Stream.of(root.toHandle())).filter(ProcessHandle::isAlive);
    }

    private Stream<ProcessHandle> server() {
        try (Stream<String> lines = Files.exists(postmaster) ? Files.lines(postmaster) : Stream.empty()) {
            return lines.limit(1).map(String::strip).map(Long::parseLong).toList().stream()
                    .flatMap(pid -> ProcessHandle.of(pid).stream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
