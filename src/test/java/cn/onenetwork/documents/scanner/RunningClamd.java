package cn.onenetwork.documents.scanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real clamd of its own: with its own folder, socket, configuration and signatures. It knows the EICAR test string
/// and one text of ours, so it starts within a second and needs no download.
public final class RunningClamd implements AutoCloseable {

    /// The test string of EICAR, in two parts so that no scanner takes this file for infected.
    public static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    /// The text that our own signature finds anywhere in a file.
    public static final byte[] OURS = "one-network-test-of-malware".getBytes(StandardCharsets.US_ASCII);

    private static final List<String> PLACES = List.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd");
    private static final int MOST_SECONDS = 60;

    private final Path folder;
    private Process process;

    private RunningClamd(Path folder) {
        this.folder = folder;
    }

    public static RunningClamd start() throws IOException {
        RunningClamd clamd = prepared();
        clamd.restart();
        return clamd;
    }

    /// With its folder, but not running.
    public static RunningClamd prepared() throws IOException {
        Path folder = Files.createTempDirectory("clamd");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Test.Eicar:0:*:" + HexFormat.of().formatHex(EICAR) + "\nTest.Ours:0:*:"
                        + HexFormat.of().formatHex(OURS) + "\n");
        Files.writeString(folder.resolve("clamd.conf"), """
                DatabaseDirectory %s
                LocalSocket %s
                LogFile %s
                Foreground yes
                User %s
                MaxThreads 2
                StreamMaxLength 1M
                SelfCheck 0
                """.formatted(
                        signatures,
                        folder.resolve("clamd.sock"),
                        folder.resolve("clamd.log"),
                        System.getProperty("user.name")));
        return new RunningClamd(folder);
    }

    /// As the setting says it.
    public String address() {
        return "unix:" + folder.resolve("clamd.sock");
    }

    public void restart() throws IOException {
        process = new ProcessBuilder(program(), "--config-file=" + folder.resolve("clamd.conf"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.out").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!Files.exists(folder.resolve("clamd.sock"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("clamd does not start: " + Files.readString(folder.resolve("clamd.out")));
            }
            pause();
        }
    }

    public void stop() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        Files.deleteIfExists(folder.resolve("clamd.sock"));
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            stop();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String program() throws IOException {
        return PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow(() -> new IOException("clamd is not installed: Debian has it in clamav-daemon"));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
