package cn.onenetwork.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// Looks into the database of the run, past the service.
public final class DatabaseState {

    private DatabaseState() {}

    /// A text that changes with anything in the tables of cases.
    public static String digest() {
        return query("""
                select concat(
                    (select count(*) || ':' || coalesce(sum(version), 0) || ':' || coalesce(sum(last_sequence), 0) from service_case),
                    '/', (select count(*) from case_event),
                    '/', (select coalesce(sum(last), 0) from case_number),
                    '/', (select count(*) from idempotency_key))
                """);
    }

    /// The first column of the first row, as the owner of the schema sees it.
    public static String query(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Changes something behind the service's back, as the owner of the schema can.
    public static int execute(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A connection of the role that owns the schema.
    public static Connection owner() throws SQLException {
        Map<String, String> settings = EmbeddedServices.database().settings();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.flyway.username"),
                settings.get("quarkus.flyway.password"));
    }
}
