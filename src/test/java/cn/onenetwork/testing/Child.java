package cn.onenetwork.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A process that a test started, which ends with the test.
public final class Child implements AutoCloseable {

    private static final Duration TIME_TO_END = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// @param log for what it prints
    public static Child start(Path log, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        setting("java.home").ifPresent(home -> builder.environment().put("JAVA_HOME", home));
        setting("maven.home").ifPresent(home -> builder.environment().put("MAVEN_HOME", home));
        builder.environment().remove("MAVEN_BASEDIR");
        try {
            return new Child(builder.start(), log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The Java that runs the tests.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.startsWith("$"));
    }

    /// Waits for its end, which must be a good one.
    public void awaitSuccess(Duration patience) {
        try {
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("the process failed, it printed:\n" + printed());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Waits until it prints something like this; returns the first group.
    public String awaitLine(Pattern line, Duration patience) {
        try {
            await().atMost(patience)
                    .until(() -> !process.isAlive() || found(line).isPresent());
            return found(line).orElseThrow();
        } catch (RuntimeException failed) {
            throw new IllegalStateException("the process did not start, it printed:\n" + printed(), failed);
        }
    }

    private Optional<String> found(Pattern line) {
        return line.matcher(printed())
                .results()
                .map(MatchResult.class::cast)
                .map(hit -> hit.group(1))
                .findFirst();
    }

    public String printed() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Ends it without giving it time for anything.
    public void kill() {
        process.destroyForcibly();
        var _ = awaitEnd();
    }

    /// Tells it to end, and does not wait for it.
    public void tellToEnd() {
        process.destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Of the process, by which its own mount points are reached.
    public long pid() {
        return process.pid();
    }

    /// Waits for its end; false where it does not come.
    public boolean awaitEnd() {
        try {
            return process.waitFor(TIME_TO_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            process.destroyForcibly();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
        Remains.printed(log);
    }
}
