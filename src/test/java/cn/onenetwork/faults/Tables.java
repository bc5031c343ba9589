package cn.onenetwork.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// A database that a service works on, seen past the service, by the owner of the schema.
interface Tables {

    /// What leads a service here.
    Map<String, String> settings();

    default Connection owner() throws SQLException {
        return DriverManager.getConnection(
                settings().get("quarkus.datasource.jdbc.url"),
                settings().get("quarkus.flyway.username"),
                settings().get("quarkus.flyway.password"));
    }

    /// The first column of the first row.
    default String query(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    default int count(String sql) {
        return Integer.parseInt(query(sql));
    }

    default int execute(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
