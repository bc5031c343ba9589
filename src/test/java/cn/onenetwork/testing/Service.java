package cn.onenetwork.testing;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The production package as a process, on a free port, with the database and the issuer of the tests.
public final class Service implements AutoCloseable {

    private static final String OUTPUT = "feed-test";
    private static final String PACKED = "one-network.test.packed";
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Duration TIME_TO_BUILD = Duration.ofMinutes(5);
    private static final Duration TIME_TO_START = Duration.ofMinutes(2);

    private final Child process;
    private final int port;

    private Service(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Makes the package of the classes that are under test, once for all tests of the JVM.
    public static void pack(Path log) {
        if (System.getProperty(PACKED) != null) {
            return;
        }
        try (Child build = Child.start(
                log,
                List.of(
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "quarkus:build",
                        "-Dquick",
                        "-Dquarkus.package.output-directory=" + OUTPUT))) {
            build.awaitSuccess(TIME_TO_BUILD);
        }
        System.setProperty(PACKED, OUTPUT);
    }

    /// Lets it bring a database to its version, as the owner of the schema and with no other setting; waits for its
    /// end.
    public static void migrate(Path log, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(Child.java(), "-Xmx256m", "-Done-network.migrate-only=true"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(
                List.of("-jar", Path.of("target", OUTPUT, "quarkus-run.jar").toString()));
        try (Child process = Child.start(log, command)) {
            process.awaitSuccess(TIME_TO_START);
        }
    }

    /// Starts it and waits until it listens.
    public static Service start(Path log, Map<String, String> more) {
        return start(log, more, List.of());
    }

    /// Starts it by another command, such as one that gives it a file system of its own.
    ///
    /// @param launcher what comes before the Java that it runs on
    public static Service start(Path log, Map<String, String> more, List<String> launcher) {
        Map<String, String> settings = OtherProcess.settings(log.resolveSibling("documents"));
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", "0");
        settings.put("one-network.sweep.every", "off");
        // What other tests have left in the same database is not its business.
        settings.put("one-network.documents.check-every", "off");
        settings.put("one-network.documents.uploads.sweep-every", "off");
        settings.put("one-network.shared-facts", "sample");
        settings.putAll(more);
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(Child.java(), "-Xmx256m"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(
                List.of("-jar", Path.of("target", OUTPUT, "quarkus-run.jar").toString()));
        Child process = Child.start(log, command);
        try {
            return new Service(process, Integer.parseInt(process.awaitLine(LISTENING, TIME_TO_START)));
        } catch (RuntimeException tooLate) {
            process.kill();
            throw tooLate;
        }
    }

    /// Does something with this service as the one that is asked.
    public <T> T asked(Supplier<T> work) {
        int before = RestAssured.port;
        RestAssured.port = port;
        try {
            return work.get();
        } finally {
            RestAssured.port = before;
        }
    }

    /// Where it listens.
    public int port() {
        return port;
    }

    public Child process() {
        return process;
    }

    public String printed() {
        return process.printed();
    }

    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
