package cn.onenetwork.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/// The two roles of every installation, also of the embedded one.
///
/// Neither is a superuser: a superuser passes every permission check, and a test of permissions would prove
/// nothing. What the serving role may do with a table is granted by the migration that creates the table.
record DatabaseRoles(EmbeddedPostgres server) {

    static final String OWNER = "one_network_owner";
    static final String APP = "one_network_app";

    void create() throws SQLException {
        run(server.getPostgresDatabase(), List.of(role(OWNER), role(APP), database()));
        run(server.getDatabase("postgres", EmbeddedDatabase.DATABASE), grants());
    }

    private static String role(String name) {
        return "create role %s login password '%s' nosuperuser nocreatedb nocreaterole noreplication nobypassrls"
                .formatted(name, EmbeddedDatabase.PASSWORD);
    }

    private static String database() {
        return "create database %s owner %s".formatted(EmbeddedDatabase.DATABASE, OWNER);
    }

    private static List<String> grants() {
        return List.of(
                "revoke all on database %s from public".formatted(EmbeddedDatabase.DATABASE),
                "grant connect on database %s to %s".formatted(EmbeddedDatabase.DATABASE, APP),
                "revoke all on schema public from public",
                "grant usage on schema public to %s".formatted(APP));
    }

    private static void run(DataSource database, List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
