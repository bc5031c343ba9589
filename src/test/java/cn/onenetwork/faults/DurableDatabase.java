package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.platform.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A PostgreSQL that loses nothing it has acknowledged, for all fault tests of this JVM; it can be killed and started
/// again.
final class DurableDatabase {

    private static final String FOLDER = "one-network.test.faults";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedDatabase database;
    private final Path folder;

    private DurableDatabase(EmbeddedDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
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

    /// What leads a service here.
    Map<String, String> settings() {
        return database.settings();
    }

    /// The first column of the first row, as the owner of the schema sees it.
    String query(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    int count(String sql) {
        return Integer.parseInt(query(sql));
    }

    int execute(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                settings().get("quarkus.datasource.jdbc.url"),
                settings().get("quarkus.flyway.username"),
                settings().get("quarkus.flyway.password"));
    }

    /// Kills every process of the server, as a machine that loses its power does.
    ///
    /// @return starts it again, as it was, and waits until it answers
    Runnable kill() {
        ProcessHandle server = server();
        List<String> command = command(server);
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        return () -> start(command);
    }

    private ProcessHandle server() {
        try {
            String pid = Files.readAllLines(folder.resolve("database").resolve("postmaster.pid"))
                    .getFirst()
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
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

    private void start(List<String> command) {
        Redirect log = Redirect.appendTo(folder.resolve("database.log").toFile());
        try {
            Process _ = new ProcessBuilder(command)
                    .redirectOutput(log)
                    .redirectError(log)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> "on".equals(query("show fsync")));
    }
}
