package cn.onenetwork.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What only the administrator of a database server can do.
public final class Superuser {

    private Superuser() {}

    /// Ends the connections of an application; returns how many there were.
    public static int endConnectionsOf(String application) {
        String url = EmbeddedServices.database().settings().get("quarkus.datasource.jdbc.url");
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where application_name = '" + application + "'")) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
