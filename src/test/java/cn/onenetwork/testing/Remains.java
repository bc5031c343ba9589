package cn.onenetwork.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a run of the tests leaves behind, kept in `target/remains/<part of the run>` until all is over and it is looked
/// through: what the service and other processes have logged, and what it has told of errors.
public final class Remains {

    /// The parts of a run, one for each JVM.
    public static final Path ALL = Path.of("target", "remains");

    public static final String SERVICE_LOG = "service.log";

    private static final Object WRITING = new Object();

    private Remains() {}

    /// Of the part of the run that this JVM is.
    public static Path folder() {
        return ALL.resolve(System.getProperty("one-network.test.part", "tests"));
    }

    /// Begins anew: what an earlier run has left is of no interest.
    static void begin() throws IOException {
        Path folder = folder();
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                List<Path> deepestFirst = old.sorted(Comparator.reverseOrder()).toList();
                for (Path one : deepestFirst) {
                    Files.delete(one);
                }
            }
        }
        var _ = Files.createDirectories(folder);
    }

    /// Lets the service write its log there as well, over all its starts.
    static Map<String, String> logging() {
        return Map.of(
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", folder().resolve(SERVICE_LOG).toString(),
                "quarkus.log.file.rotation.rotate-on-boot", "false",
                "quarkus.log.file.rotation.max-file-size", "10G");
    }

    /// Keeps what another process has printed.
    static void keep(Path printed) {
        try {
            append("processes.log", Files.exists(printed) ? Files.readAllBytes(printed) : new byte[0]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Keeps what a client was told.
    static void told(String text) {
        append("errors.log", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void append(String name, byte[] bytes) {
        try {
            synchronized (WRITING) {
                Path folder = Files.createDirectories(folder());
                var _ = Files.write(
                        folder.resolve(name), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
