package cn.onenetwork.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TableTest {

    private static final String TEXT = """
            # Who gets what.
            nobody = anonymous
            others = anna, ben
            |              | nobody | others |
            | Query.viewer | null   | value  |
            """;

    private final Table table = Table.parse(TEXT.lines().toList());

    @Test
    void what_everybody_gets_by_the_table_is_no_complaint() {
        assertThat(table.complaints(
                        "small.table",
                        Map.of("Query.viewer", Map.of("anonymous", "null", "anna", "value", "ben", "value"))))
                .isEmpty();
    }

    @Test
    void a_wrong_verdict_says_who_got_what() {
        assertThat(table.complaints(
                        "small.table",
                        Map.of("Query.viewer", Map.of("anonymous", "value", "anna", "value", "ben", "value"))))
                .containsExactly("Query.viewer: anonymous gets value, the table says null.");
    }

    @Test
    void a_row_that_is_missing_says_what_to_add_where() {
        assertThat(table.complaints(
                        "small.table",
                        Map.of(
                                "Query.viewer", Map.of("anonymous", "null"),
                                "Query.secret", Map.of("anonymous", "value"))))
                .singleElement()
                .asString()
                .startsWith("Query.secret has no verdict. Add it to src/test/resources/authorization/small.table")
                .contains("-Dauthorization.update", "{anonymous=value}");
    }

    @Test
    void a_row_that_nothing_answers_to_and_a_persona_without_a_column_are_complaints() {
        assertThat(table.complaints("small.table", Map.of("Query.viewer", Map.of("carl", "value"))))
                .containsExactly("carl has no column; name the persona in one.");
        assertThat(table.complaints("small.table", Map.of()))
                .containsExactly("Query.viewer is not asked any more; take its row out of"
                        + " src/test/resources/authorization/small.table.");
    }

    @Test
    void a_row_may_not_stand_twice_or_be_too_short() {
        List<String> twice =
                (TEXT + "| Query.viewer | value | value |\n").lines().toList();
        List<String> shorter = (TEXT + "| Query.tenants | value |\n").lines().toList();

        assertThatIllegalArgumentException().isThrownBy(() -> Table.parse(twice));
        assertThatIllegalArgumentException().isThrownBy(() -> Table.parse(shorter));
    }

    @Test
    void a_proposal_keeps_columns_together_that_still_get_the_same_and_parts_those_that_do_not() {
        assertThat(table.proposal(Map.of("Query.viewer", Map.of("anonymous", "null", "anna", "value", "ben", "value")))
                        .text())
                .isEqualTo(TEXT);
        assertThat(table.proposal(Map.of("Query.viewer", Map.of("anonymous", "null", "anna", "value", "ben", "403")))
                        .text())
                .isEqualTo("""
                        # Who gets what.
                        nobody = anonymous
                        anna = anna
                        ben = ben
                        |              | nobody | anna  | ben |
                        | Query.viewer | null   | value | 403 |
                        """);
    }
}
