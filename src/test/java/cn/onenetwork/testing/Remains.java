package cn.onenetwork.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;

/// What a run of the tests leaves behind, kept in `target/remains/<part of the run>` until all is over and it is looked
/// through: what the service and other processes have logged, the addresses of requests, errors and events.
public final class Remains {

    /// The parts of a run, one for each JVM.
    public static final Path ALL = Path.of("target", "remains");

    private Remains() {}

    /// Of the part of the run that this JVM is.
    public static Path folder() {
        return ALL.resolve(System.getProperty("one-network.test.part", "tests"));
    }

    /// Begins anew: what an earlier run has left is of no interest.
    static void begin() throws IOException {
        Path folder = Files.createDirectories(folder());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.toList()) {
                Files.delete(old);
            }
        }
    }

    /// Lets the service write its log there as well, over all its starts, and the addresses it was asked by.
    static Map<String, String> logging() {
        return Map.of(
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", folder().resolve("service.log").toString(),
                "quarkus.log.file.rotation.rotate-on-boot", "false",
                "quarkus.log.file.rotation.max-file-size", "10G",
                "quarkus.http.access-log.enabled", "true",
                "quarkus.http.access-log.pattern", "%r",
                "quarkus.http.access-log.log-to-file", "true",
                "quarkus.http.access-log.base-file-name", "urls",
                "quarkus.http.access-log.log-directory", folder().toString());
    }

    /// Keeps what another process has printed.
    static void printed(Path log) {
        try {
            append("processes.log", Files.readAllBytes(log));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Keeps what a client was told to be wrong.
    public static void error(String text) {
        append("errors.log", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Keeps what came to a subscriber.
    static void event(String text) {
        append("events.log", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// In one write each, because several class loaders do it at once.
    private static void append(String name, byte[] bytes) {
        try {
            Path file = Files.createDirectories(folder()).resolve(name);
            var _ = Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
