package cn.onenetwork.platform.embedded;

import static java.util.Map.entry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/// A PostgreSQL of our own: one database, one role that owns it and migrates, one that serves.
///
/// @param port on the loopback
public record EmbeddedDatabase(int port) {

    static final String DATABASE = "one_network";

    /// The password of both roles. The server asks for none: it listens on the loopback only.
    static final String PASSWORD = "guizhou";

    /// What to start.
    ///
    /// @param name one server per name and JVM
    /// @param port 0 for a free one
    /// @param folder where the data are; `database.log` in it says what the server did
    /// @param kept whether the next process finds the data again
    /// @param durable whether an acknowledged commit survives a kill -9 and a power cut. Without it the library
    ///     starts the server with fsync and synchronous commit off, which is fast and loses the last commits.
    public record Plan(String name, int port, Path folder, boolean kept, boolean durable) {}

    /// The server of that name: started now, or found running.
    ///
    /// @throws IllegalStateException with one line, where the port or the folder belongs to another process
    public static EmbeddedDatabase start(Plan plan) {
        return new EmbeddedDatabase(new RunningPort("database." + plan.name()).orStart(() -> startServer(plan)));
    }

    /// The settings that lead the service here.
    public Map<String, String> settings() {
        String address = "postgresql://127.0.0.1:" + port + "/" + DATABASE;
        return Map.ofEntries(
                entry("quarkus.datasource.reactive.url", address),
                entry("quarkus.datasource.jdbc.url", "jdbc:" + address),
                entry("quarkus.datasource.username", DatabaseRoles.APP),
                entry("quarkus.datasource.password", PASSWORD),
                entry("quarkus.flyway.username", DatabaseRoles.OWNER),
                entry("quarkus.flyway.password", PASSWORD),
                entry("quarkus.flyway.migrate-at-start", "true"));
    }

    private static int startServer(Plan plan) {
        DatabaseFolder folder = new DatabaseFolder(plan.folder());
        try {
            folder.claim();
            folder.requireFree(plan.port());
            EmbeddedPostgres server = server(plan, folder).start();
            if (!folder.isReady()) {
                new DatabaseRoles(server).create();
                folder.markReady();
            }
            return server.getPort();
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(
                    "the embedded database did not start; see " + folder.log() + ": " + failed.getMessage(), failed);
        }
    }

    private static EmbeddedPostgres.Builder server(Plan plan, DatabaseFolder folder) {
        Redirect log = Redirect.appendTo(folder.log().toFile());
        File data = folder.data().toFile();
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setPort(plan.port())
                .setDataDirectory(data)
                .setCleanDataDirectory(!plan.kept())
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setPGStartupWait(Duration.ofMinutes(1))
                // Sorts by code point and knows the letters of all scripts, the same on every platform.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setServerConfig("max_connections", "100")
                // No socket file outside the folder, which a killed server would leave behind.
                .setServerConfig("unix_socket_directories", "");
        return plan.durable() ? durable(server) : server;
    }

    /// Overrides the library's `-F`.
    private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder server) {
        return server.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }
}
