package cn.onenetwork.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.onenetwork.testing.EmbeddedServices;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedDatabaseTest {

    private static final String NO_PRIVILEGE = "42501";

    private final EmbeddedDatabase database = EmbeddedServices.database();

    @ParameterizedTest
    @ValueSource(strings = {DatabaseRoles.OWNER, DatabaseRoles.APP})
    void no_role_of_the_service_stands_above_permissions(String role) throws SQLException {
        String powers = """
                select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls
                from pg_roles where rolname = current_user""";

        assertThat(ask(database, role, powers)).isEqualTo("f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table forbidden (id int)",
                "create temporary table forbidden (id int)",
                "create schema forbidden",
                "drop schema public"
            })
    void the_serving_role_cannot_change_the_schema(String statement) {
        assertRefused(() -> run(DatabaseRoles.APP, statement));
    }

    @Test
    void the_owner_creates_tables_and_the_serving_role_sees_of_them_what_it_was_granted() throws SQLException {
        run(DatabaseRoles.OWNER, "create table closed (id int)");
        run(DatabaseRoles.OWNER, "create table readable (id int)");
        try {
            run(DatabaseRoles.OWNER, "grant select on readable to " + DatabaseRoles.APP);

            assertThat(ask(database, DatabaseRoles.APP, "select count(*) from readable"))
                    .isEqualTo("0");
            assertRefused(() -> run(DatabaseRoles.APP, "insert into readable values (1)"));
            assertRefused(() -> ask(database, DatabaseRoles.APP, "select count(*) from closed"));
        } finally {
            run(DatabaseRoles.OWNER, "drop table closed, readable");
        }
    }

    @Test
    void text_is_sorted_by_code_point_and_every_script_has_its_letters() throws SQLException {
        assertThat(ask(database, DatabaseRoles.APP, "select 'Z' < 'a'")).isEqualTo("t");
        assertThat(ask(database, DatabaseRoles.APP, "select upper('é')")).isEqualTo("É");
    }

    @Test
    void a_second_start_finds_the_running_server() {
        assertThat(EmbeddedServices.database()).isEqualTo(database);
    }

    @Test
    void a_durable_server_waits_for_the_disk_and_the_fast_one_does_not() throws SQLException {
        Path folder = Path.of("target", "embedded", "durable-test");
        EmbeddedDatabase durable =
                EmbeddedDatabase.start(new EmbeddedDatabase.Plan("durable-test", 0, folder, false, true));

        assertThat(ask(durable, DatabaseRoles.APP, "show fsync")).isEqualTo("on");
        assertThat(ask(durable, DatabaseRoles.APP, "show synchronous_commit")).isEqualTo("on");
        assertThat(ask(database, DatabaseRoles.APP, "show fsync")).isEqualTo("off");
        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedDatabase.start(
                        new EmbeddedDatabase.Plan("intruder in the folder", 0, folder, false, true)))
                .withMessageContaining("in use by another process");
    }

    @Test
    void a_port_of_somebody_else_is_refused() {
        Path folder = Path.of("target", "embedded", "refused-test");

        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedDatabase.start(
                        new EmbeddedDatabase.Plan("intruder on the port", database.port(), folder, false, false)))
                .withMessageContaining("127.0.0.1:" + database.port() + " is taken");
    }

    private static void assertRefused(ThrowingCallable statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(statement)
                .extracting(SQLException::getSQLState)
                .isEqualTo(NO_PRIVILEGE);
    }

    private void run(String role, String statement) throws SQLException {
        try (Connection connection = connect(database, role);
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static String ask(EmbeddedDatabase database, String role, String question) throws SQLException {
        try (Connection connection = connect(database, role);
                Statement execution = connection.createStatement();
                ResultSet answer = execution.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database, String role) throws SQLException {
        return DriverManager.getConnection(
                database.settings().get("quarkus.datasource.jdbc.url"), role, EmbeddedDatabase.PASSWORD);
    }
}
