package cn.onenetwork.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The most that each persona ever saw of each nested field, wherever it came from: a value, else an empty list,
/// else an error, else null, else nothing at all.
final class Seen {

    private static final String NEVER = "-";

    private final Map<String, Map<String, String>> rows = new TreeMap<>();

    /// @param fields all coordinates there are, such as `Document.fileName`
    Seen(Iterable<String> fields, List<String> personas) {
        for (String field : fields) {
            Map<String, String> row = new TreeMap<>();
            personas.forEach(persona -> row.put(persona, NEVER));
            rows.put(field, row);
        }
    }

    /// Looks at all that an answer holds.
    void look(String persona, GraphQLType type, Reply reply) {
        walk(persona, type, reply.data());
        for (JsonNode error : reply.errors()) {
            blame(persona, type, error);
        }
    }

    private void walk(String persona, GraphQLType type, JsonNode node) {
        if (node.isArray()) {
            node.forEach(one -> walk(persona, type, one));
        } else if (node.isObject() && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object) {
            for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                if (node.has(field.getName())) {
                    note(persona, object.getName() + "." + field.getName(), Reply.value(node.get(field.getName())));
                    walk(persona, field.getType(), node.get(field.getName()));
                }
            }
        }
    }

    /// An error belongs to the field at the end of its path.
    private void blame(String persona, GraphQLType root, JsonNode error) {
        GraphQLType type = root;
        String field = "";
        for (JsonNode part : error.path("path")) {
            if (part.isTextual() && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object) {
                field = object.getName() + "." + part.asText();
                type = object.getFieldDefinition(part.asText()).getType();
            }
        }
        if (!field.isEmpty()) {
            note(persona, field, Reply.word(Reply.code(error)));
        }
    }

    private void note(String persona, String field, String verdict) {
        Map<String, String> row = rows.get(field);
        if (row != null) {
            row.merge(persona, verdict, (one, other) -> rank(one) <= rank(other) ? one : other);
        }
    }

    private static int rank(String verdict) {
        return switch (verdict) {
            case "value" -> 0;
            case "empty" -> 1;
            case "null" -> 3;
            case NEVER -> 4;
            default -> 2;
        };
    }

    Map<String, Map<String, String>> rows() {
        return rows;
    }
}
