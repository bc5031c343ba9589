package cn.onenetwork.catalogue;

import cn.onenetwork.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// A schema of its own, migrated and empty, for tests of what fills a catalogue.
public final class EmptyCatalogue implements QuarkusTestResourceLifecycleManager {

    private static final String SCHEMA = "empty_catalogue";

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(EmbeddedServices.database().settings());
        execute("create schema if not exists " + SCHEMA, "grant usage on schema " + SCHEMA + " to one_network_app");
        settings.computeIfPresent("quarkus.datasource.reactive.url", (_, url) -> url + "?search_path=" + SCHEMA);
        settings.put("quarkus.flyway.default-schema", SCHEMA);
        settings.put("one-network.catalogue.load-on-empty", "false");
        return settings;
    }

    @Override
    public void stop() {
        execute("drop schema " + SCHEMA + " cascade");
    }

    /// Runs statements as the owner of the schema.
    static void execute(String... statements) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The rows of the first column of the last statement, one a line.
    static String query(String... statements) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            StringBuilder lines = new StringBuilder();
            try (ResultSet rows = statement.executeQuery(statements[statements.length - 1])) {
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
            return lines.toString();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Connection connection() throws SQLException {
        Map<String, String> settings = EmbeddedServices.database().settings();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url") + "?currentSchema=" + SCHEMA,
                settings.get("quarkus.flyway.username"),
                settings.get("quarkus.flyway.password"));
    }
}
