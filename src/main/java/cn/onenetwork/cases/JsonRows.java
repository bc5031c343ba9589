package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of a table as JSON, so that one statement writes all of them: PostgreSQL reads them by the names of its columns
/// (`json_populate_recordset`). Once a number is drawn all other cases of the tenant wait, longer with each statement.
final class JsonRows {

    private JsonRows() {}

    static <T> JsonArray of(List<T> things, Function<T, Row> row) {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        things.forEach(thing -> rows.add(row.apply(thing).values));
        return rows.build();
    }

    /// One row, column by column.
    static final class Row {

        private final JsonObjectBuilder values = JSON.createObjectBuilder();

        Row set(String column, @Nullable Object value) {
            switch (value) {
                case null -> values.addNull(column);
                case JsonValue json -> values.add(column, json);
                case Integer number -> values.add(column, number);
                case byte[] bytes -> values.add(column, "\\x" + HexFormat.of().formatHex(bytes));
                default -> values.add(column, value.toString());
            }
            return this;
        }
    }
}
