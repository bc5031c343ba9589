package cn.onenetwork.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The answer to one root field: its data, and the errors below it.
///
/// @param errors with their paths below the root field; without what differs each time
record Reply(JsonNode data, List<JsonNode> errors) {

    private static final Map<String, String> SHORT = Map.of(
            "UNAUTHENTICATED", "401",
            "FORBIDDEN", "403",
            "NOT_FOUND", "404",
            "STALE_VERSION", "stale",
            "ILLEGAL_TRANSITION", "illegal");

    /// What a case is called in inputs.
    private static final Set<String> CASE = Set.of("", "id", "caseId");

    /// The answer to the field with this alias, out of a whole response. An error without a path is about all.
    static Reply of(JsonNode response, String alias) {
        List<JsonNode> errors = new ArrayList<>();
        for (JsonNode error : response.path("errors")) {
            List<JsonNode> path = new ArrayList<>();
            error.path("path").forEach(path::add);
            if (path.isEmpty() || path.getFirst().asText().equals(alias)) {
                errors.add(without(error, path.isEmpty() ? path : path.subList(1, path.size())));
            }
        }
        return new Reply(response.path("data").path(alias), errors);
    }

    private static JsonNode without(JsonNode error, List<JsonNode> path) {
        ObjectNode copy = error.deepCopy();
        copy.remove("locations");
        if (copy.path("extensions") instanceof ObjectNode extensions) {
            extensions.remove("errorId");
        }
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        path.forEach(rest::add);
        copy.set("path", rest);
        return copy;
    }

    /// What the persona got, in a word.
    String verdict() {
        if (data.isNull() || data instanceof MissingNode) {
            return errors.isEmpty() ? "null" : word(code(errors.getFirst()));
        }
        if (data.has("userErrors")) {
            return data.path("userErrors").isEmpty()
                    ? "done"
                    : refusal(data.path("userErrors").get(0));
        }
        return value(data.has("nodes") ? data.path("nodes") : data.has("edges") ? data.path("edges") : data);
    }

    private static String refusal(JsonNode userError) {
        String code = userError.path("code").asText();
        List<String> path = new ArrayList<>();
        userError.path("path").forEach(part -> path.add(part.asText()));
        return switch (code) {
            case "NOT_FOUND" -> CASE.contains(String.join(".", path)) ? "404" : "404@" + String.join(".", path);
            case "FORBIDDEN" -> "forbidden";
            default -> word(code);
        };
    }

    /// Whether there is something: a value, an empty list, or null.
    static String value(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "null" : node.isArray() && node.isEmpty() ? "empty" : "value";
    }

    static String code(JsonNode error) {
        return error.path("extensions").path("code").asText("?");
    }

    static String word(String code) {
        return SHORT.getOrDefault(code, code.toLowerCase(Locale.ROOT));
    }

    /// All that a client can tell two answers apart by.
    String shape() {
        return data + " " + errors;
    }
}
