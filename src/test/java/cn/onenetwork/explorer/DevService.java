package cn.onenetwork.explorer;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A real `./mvnw quarkus:dev` in a process of its own.
///
/// It runs from a copy of the project, so that neither the `target` of the surrounding build nor a developer's
/// data are touched, and on ports that the system gives, so that it can meet nobody else's.
public final class DevService implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofSeconds(180);
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://localhost:\\d+)");
    private static final List<String> PROJECT = List.of("pom.xml", "mvnw", ".mvn", "src/main", "graphql-schema");
    private static final List<String> COMMAND = List.of(
            "./mvnw",
            "-B",
            "-ntp",
            "quarkus:dev",
            "-Dquick",
            "-Ddebug=false",
            "-Dquarkus.http.port=0",
            "-Dquarkus.console.enabled=false",
            "-Dquarkus.test.continuous-testing=disabled",
            "-Dquarkus.analytics.disabled=true",
            "-Done-network.embedded.db-port=0",
            "-Done-network.embedded.oidc-port=0");

    private final ProcessTree processes;
    private final Path log;

    private DevService(ProcessTree processes, Path log) {
        this.processes = processes;
        this.log = log;
    }

    /// Starts it and waits until it is ready.
    ///
    /// @param folder for the copy and the data; an empty one
    /// @param log for what it prints
    static DevService start(Path folder, Path log) {
        return start(folder, log, Map.of());
    }

    /// @param folder one of an earlier start may be given again
    /// @param settings of the service, over those of development
    public static DevService start(Path folder, Path log, Map<String, String> settings) {
        Path project = folder.resolve("project");
        Path data = folder.resolve("data");
        PROJECT.stream()
                .filter(name -> Files.exists(Path.of(name)))
                .forEach(name -> copy(Path.of(name), project.resolve(name)));
        Process process = launch(project, data, log, settings);
        DevService service =
                new DevService(new ProcessTree(process, data.resolve("database").resolve("postmaster.pid")), log);
        service.awaitReady();
        return service;
    }

    /// Where it listens, by the name `localhost`.
    public URI address() {
        return announced().orElseThrow();
    }

    /// Ends it, and its database with it.
    @Override
    public void close() {
        processes.end();
    }

    /// Ends it as a power cut does, with whatever it is doing.
    public void kill() {
        processes.kill();
    }

    private void awaitReady() {
        try {
            await("quarkus:dev").atMost(TIME_TO_START).until(this::isReady);
        } catch (RuntimeException failed) {
            processes.end();
            throw new IllegalStateException("quarkus:dev did not become ready, it printed:\n" + printed(), failed);
        }
    }

    private boolean isReady() {
        if (!processes.isAlive()) {
            throw new IllegalStateException("quarkus:dev has ended");
        }
        return announced().filter(DevService::answers).isPresent();
    }

    private Optional<URI> announced() {
        return LISTENING
                .matcher(printed())
                .results()
                .map(MatchResult::group)
                .map(line -> URI.create(line.substring(line.indexOf("http"))))
                .findFirst();
    }

    private static boolean answers(URI address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Process launch(Path project, Path data, Path log, Map<String, String> settings) {
        List<String> command = new ArrayList<>(COMMAND);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Done-network.embedded.folder=" + data);
        setting("maven.repo.local").ifPresent(folder -> command.add("-Dmaven.repo.local=" + folder));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        adapt(builder.environment());
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The JDK and the Maven of the surrounding build, but not what it says about its own project.
    private static void adapt(Map<String, String> environment) {
        setting("java.home").ifPresent(home -> environment.put("JAVA_HOME", home));
        setting("maven.home").ifPresent(home -> environment.put("MAVEN_HOME", home));
        environment.remove("MAVEN_BASEDIR");
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.startsWith("$"));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String printed() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
