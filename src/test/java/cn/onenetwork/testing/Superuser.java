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
        try (Connection connection = connection("postgres");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where application_name = '" + application + "'")) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A connection to a database of the server of this run.
    public static Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + EmbeddedServices.database().port() + "/" + database, "postgres", "");
    }
}
