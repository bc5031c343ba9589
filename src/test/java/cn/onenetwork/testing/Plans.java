package cn.onenetwork.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What PostgreSQL really did for a statement, by `explain (analyze, buffers)`.
public final class Plans {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Plans() {}

    /// The root of the plan of a statement, which is executed.
    public static JsonNode of(Statement sql, String statement) throws SQLException {
        try (ResultSet row = sql.executeQuery("explain (analyze, buffers, format json) " + statement)) {
            if (!row.next()) {
                throw new IllegalStateException("no plan");
            }
            return JSON.readTree(row.getString(1)).get(0).path("Plan");
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /// The node and all below it.
    public static Stream<JsonNode> nodes(JsonNode plan) {
        return Stream.concat(
                Stream.of(plan),
                StreamSupport.stream(plan.path("Plans").spliterator(), false).flatMap(Plans::nodes));
    }

    /// How many pages were looked at.
    public static int pages(JsonNode plan) {
        return plan.path("Shared Hit Blocks").asInt()
                + plan.path("Shared Read Blocks").asInt();
    }
}
