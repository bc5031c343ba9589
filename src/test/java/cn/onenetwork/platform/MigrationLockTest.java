package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.EmbeddedServices;
import cn.onenetwork.testing.Superuser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MigrationLockTest {

    private static final String DATABASE = "migration_lock_test";

    @TempDir
    Path migrations;

    @Test
    @Timeout(60)
    void an_index_can_be_added_while_pods_serve() throws Exception {
        Files.writeString(migrations.resolve("V1__table.sql"), "create table paper (id bigint primary key, day date);");
        Files.writeString(migrations.resolve("V2__index.sql"), "create index concurrently paper_day on paper (day);");
        String database =
                "jdbc:postgresql://127.0.0.1:" + EmbeddedServices.database().port() + "/" + DATABASE;
        tell("postgres", "create database " + DATABASE);
        try {
            FluentConfiguration configuration =
                    Flyway.configure().dataSource(database, "postgres", "").locations("filesystem:" + migrations);
            new MigrationLock().customize(configuration);

            assertThat(configuration.load().migrate().migrationsExecuted).isEqualTo(2);
            assertThat(indexes()).isEqualTo(1);
        } finally {
            tell("postgres", "drop database " + DATABASE + " with (force)");
        }
    }

    private static int indexes() throws SQLException {
        try (Connection connection = Superuser.connection(DATABASE);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from pg_index join pg_class on oid = indexrelid"
                        + " where relname = 'paper_day' and indisvalid")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void tell(String database, String command) throws SQLException {
        try (Connection connection = Superuser.connection(database);
                Statement sql = connection.createStatement()) {
            boolean _ = sql.execute(command);
        }
    }
}
