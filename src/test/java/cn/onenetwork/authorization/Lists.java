package cn.onenetwork.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads everybody's lists of cases, or of what belongs to cases, page by page to the end.
final class Lists {

    private static final int PAGE = 2;

    private final Door door;
    private final Stage stage;
    private final List<String> complaints = new ArrayList<>();

    Lists(Door door, Stage stage) {
        this.door = door;
        this.stage = stage;
    }

    /// The root fields that are connections of cases, or of things with a `caseId`.
    static List<GraphQLFieldDefinition> of(GraphQLSchema schema) {
        return Coordinates.sorted(schema.getQueryType()).stream()
                .filter(field -> caseIdOf(field).isPresent())
                .toList();
    }

    private static Optional<String> caseIdOf(GraphQLFieldDefinition list) {
        return Optional.of(GraphQLTypeUtil.unwrapAll(list.getType()))
                .filter(GraphQLObjectType.class::isInstance)
                .map(type -> ((GraphQLObjectType) type).getFieldDefinition("nodes"))
                .map(nodes -> GraphQLTypeUtil.unwrapAll(nodes.getType()))
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .flatMap(node -> node.getName().equals("ServiceCase")
                        ? Optional.of("id")
                        : Optional.ofNullable(node.getFieldDefinition("caseId")).map(_ -> "caseId"));
    }

    /// For each prepared case whether it is listed, or the code where there is no list.
    Map<String, String> read(String persona, GraphQLFieldDefinition field) {
        String key = caseIdOf(field).orElseThrow();
        Set<String> cases = new LinkedHashSet<>();
        Set<String> rows = new LinkedHashSet<>();
        @Nullable String after = null;
        int total = 0;
        boolean more = true;
        while (more) {
            Reply reply = page(persona, field, key, after);
            if (!reply.errors().isEmpty() || reply.data().isNull()) {
                return verdicts(field, Set.of(), reply.verdict());
            }
            JsonNode page = reply.data();
            page.path("edges").forEach(edge -> {
                cases.add(edge.path("node").path(key).asText());
                if (!rows.add(edge.path("cursor").asText())) {
                    complaints.add(field.getName() + " gives " + persona + " a row twice");
                }
            });
            more = page.path("pageInfo").path("hasNextPage").asBoolean();
            if (more && page.path("edges").size() != PAGE) {
                complaints.add(
                        field.getName() + " gives " + persona + " a page that is not full, and says there are more");
            }
            after = page.path("pageInfo").path("endCursor").asText(null);
            total = page.path("totalCount").asInt();
        }
        if (total != rows.size()) {
            complaints.add("%s tells %s a totalCount of %d, and has %d rows"
                    .formatted(field.getName(), persona, total, rows.size()));
        }
        return verdicts(field, cases, "absent");
    }

    private Reply page(String persona, GraphQLFieldDefinition field, String key, @Nullable String after) {
        Map<String, Object> arguments = new LinkedHashMap<>(Map.of("first", PAGE));
        if (after != null) {
            arguments.put("after", after);
        }
        String selection = "{ totalCount pageInfo { hasNextPage endCursor } edges { cursor node { " + key + " } } }";
        return door.query(persona, List.of(new Question("", field, arguments, selection)))
                .getFirst();
    }

    private Map<String, String> verdicts(GraphQLFieldDefinition field, Set<String> cases, String otherwise) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        stage.subjects()
                .forEach(subject -> verdicts.put(
                        "Query." + field.getName() + " " + subject.name(),
                        cases.contains(subject.id()) ? "listed" : otherwise));
        return verdicts;
    }

    /// Pages and counts that contradict themselves.
    List<String> complaints() {
        return complaints;
    }
}
