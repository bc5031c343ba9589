package cn.onenetwork.faults;

import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Child;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A PostgreSQL as Debian installs it, with the tools that belong to it, in a folder of its own. The embedded
/// one of the other tests brings none.
final class DebianServer implements Tables, AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String DATABASE = "one_network";
    private static final String OWNER = "one_network_owner";
    private static final String APP = "one_network_app";

    private final Path folder;
    private final Path programs;
    private final int port;
    private Child server;
    private int runs;

    private DebianServer(Path folder, Path programs, int port) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
    }

    /// One that has no data yet.
    static DebianServer in(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new DebianServer(folder, programs(), free.getLocalPort());
        }
    }

    private static Path programs() throws IOException {
        if (Files.isDirectory(VERSIONS)) {
            try (Stream<Path> versions = Files.list(VERSIONS)) {
                return versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("pg_resetwal")))
                        .max(Comparator.comparing(Path::toString))
                        .orElseThrow(() -> new IOException("PostgreSQL is not installed: Debian has it in postgresql"));
            }
        }
        throw new IOException("PostgreSQL is not installed: Debian has it in postgresql");
    }

    Path data() {
        return folder.resolve("data");
    }

    /// A new cluster, started, with the roles of an installation and no database.
    ///
    /// @param settings lines of `postgresql.conf`
    DebianServer begun(String... settings) throws IOException {
        String _ = tool(
                "initdb", "-D", data().toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        configure(settings);
        start();
        for (String role : List.of(OWNER, APP)) {
            run("postgres", "create role " + role + " login");
        }
        return this;
    }

    /// The database of an installation, empty.
    DebianServer withDatabase() {
        run("postgres", "create database " + DATABASE + " owner " + OWNER);
        run(DATABASE, "revoke all on schema public from public");
        run(DATABASE, "grant usage on schema public to " + APP);
        return this;
    }

    void configure(String... settings) throws IOException {
        Files.write(data().resolve("postgresql.conf"), List.of(settings), StandardOpenOption.APPEND);
    }

    void start() {
        List<String> command = new ArrayList<>(asNobody());
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data().toString()));
        command.addAll(List.of("-p", Integer.toString(port), "-h", "127.0.0.1", "-c", "unix_socket_directories="));
        server = Child.start(folder.resolve("server.log"), command);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> "f".equals(superuser("postgres", "select pg_is_in_recovery()")));
    }

    /// As a machine that is lost.
    void kill() {
        server.kill();
    }

    /// Ends it in good order; nobody may be connected.
    void stop() {
        server.close();
    }

    /// Runs one of PostgreSQL's tools as its administrator would, to its good end; what it printed.
    String tool(String name, String... arguments) {
        List<String> command = new ArrayList<>(asNobody());
        command.addAll(List.of("env", "PGHOST=127.0.0.1", "PGPORT=" + port, "PGUSER=postgres", "LC_ALL=C"));
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        try (Child run = Child.start(folder.resolve(name + "-" + runs++ + ".log"), command)) {
            run.awaitSuccess(PATIENCE);
            return run.printed();
        }
    }

    /// PostgreSQL refuses to run as root; in a user namespace of its own it is somebody else.
    private static List<String> asNobody() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    /// What the administrator of the server reads.
    String superuser(String sql) {
        return superuser(DATABASE, sql);
    }

    private String superuser(String database, String sql) {
        try (Connection connection = administrator(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// What the administrator of the server does.
    void run(String database, String sql) {
        try (Connection connection = administrator(database);
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection administrator(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
    }

    @Override
    public Map<String, String> settings() {
        String address = "postgresql://127.0.0.1:" + port + "/" + DATABASE;
        return Map.of(
                "quarkus.datasource.reactive.url",
                address,
                "quarkus.datasource.jdbc.url",
                "jdbc:" + address,
                "quarkus.datasource.username",
                APP,
                "quarkus.datasource.password",
                "any",
                "quarkus.flyway.username",
                OWNER,
                "quarkus.flyway.password",
                "any",
                "quarkus.flyway.migrate-at-start",
                "true");
    }

    @Override
    public void close() {
        if (server != null) {
            server.kill();
        }
    }
}
