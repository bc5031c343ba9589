package cn.onenetwork.remains;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.Superuser;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// On a database of its own beside that of the tests.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseContentTest {

    private static final String PLANTED = "planted";

    /// Nobody's.
    private static final String NUMBER = "19912345678";

    private final DatabaseContent content = new DatabaseContent(PersonalNumbers.of(Map.of("number", NUMBER)));

    @BeforeEach
    void make() throws SQLException {
        execute("postgres", "create database " + PLANTED);
        execute(PLANTED, """
                create schema other;
                create table other.paper (id int, note text, words text[], facts jsonb, bytes bytea, "Odd name" text);
                insert into other.paper values (1, 'nothing', '{}', '{}', '', '199****5678')
                """);
    }

    @AfterEach
    void drop() throws SQLException {
        execute("postgres", "drop database " + PLANTED);
    }

    @Test
    void what_is_in_order_is_read_and_nothing_found() throws SQLException, IOException {
        assertThat(content.lines(PLANTED)).singleElement().satisfies(line -> {
            assertThat(line.place()).isEqualTo("planted.other.paper");
            assertThat(line.bytes()).isPositive();
            assertThat(line.number()).isEmpty();
        });
    }

    @Test
    void a_number_is_found_in_a_column_of_any_type() throws SQLException, IOException {
        execute(PLANTED, """
                insert into other.paper values (2, 'call %1$s', '{a,%1$s}', '{"tel": ["%1$s"]}',
                    convert_to('tel %1$s', 'UTF8'), '%1$s')
                """.formatted(NUMBER));

        assertThat(content.lines(PLANTED))
                .filteredOn(line -> !line.number().isEmpty())
                .extracting(line -> line.place() + " " + line.number())
                .containsExactlyInAnyOrder(
                        "planted.other.paper.note number",
                        "planted.other.paper.words number",
                        "planted.other.paper.facts number",
                        "planted.other.paper.bytes number, in hexadecimal digits",
                        "planted.other.paper.\"Odd name\" number");
    }

    @Test
    void what_was_found_is_written_down_and_read_again() {
        DatabaseContent.Line line = new DatabaseContent.Line("one.public.paper.note", 5, "number, in Base64 after 1");

        assertThat(DatabaseContent.Line.of(line.written())).isEqualTo(line);
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = Superuser.connection(database);
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }
}
