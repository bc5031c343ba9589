package cn.onenetwork.authorization;

import cn.onenetwork.authorization.Meanings.Meaning;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// All queries of the schema, each with every argument that can be given to it.
final class Questions {

    private static final Set<Meaning> CASES = Set.of(Meaning.CASE, Meaning.CASE_NO);

    private final GraphQLSchema schema;
    private final Meanings meanings;
    private final Stage stage;

    Questions(GraphQLSchema schema, Meanings meanings, Stage stage) {
        this.schema = schema;
        this.meanings = meanings;
        this.stage = stage;
    }

    /// @param cursors by the name of a field, one that somebody was given there
    List<Question> queries(Map<String, String> cursors) {
        List<Question> questions = new ArrayList<>();
        for (GraphQLFieldDefinition field : Coordinates.sorted(schema.getQueryType())) {
            if (field.getArguments().stream().anyMatch(argument -> CASES.contains(meaning(field, argument)))) {
                field.getArguments().forEach(argument -> questions.addAll(named(field, argument)));
            } else {
                questions.addAll(asked(field, "", Map.of()).toList());
                field.getArguments().forEach(argument -> questions.addAll(chosen(field, argument, cursors)));
            }
        }
        return questions;
    }

    /// By the name of a field, a cursor that somebody was given there.
    Map<String, String> cursors(Door door, List<String> personas) {
        Map<String, String> cursors = new LinkedHashMap<>();
        for (GraphQLFieldDefinition field : schema.getQueryType().getFieldDefinitions()) {
            if (field.getArgument("after") != null) {
                Question question = new Question("", field, Map.of("first", 1), "{ pageInfo { endCursor } }");
                personas.stream()
                        .map(persona -> door.query(persona, List.of(question)).getFirst())
                        .map(reply -> reply.data().at("/pageInfo/endCursor"))
                        .filter(JsonNode::isTextual)
                        .findFirst()
                        .ifPresent(cursor -> cursors.put(field.getName(), cursor.asText()));
            }
        }
        return cursors;
    }

    /// Every case by this argument, if it names one.
    private List<Question> named(GraphQLFieldDefinition field, GraphQLArgument argument) {
        Meaning meaning = meaning(field, argument);
        return !CASES.contains(meaning)
                ? List.of()
                : stage.all().stream()
                        .filter(subject -> meaning == Meaning.CASE || subject.caseNo() != null)
                        .flatMap(subject -> asked(
                                field,
                                "(" + argument.getName() + ") " + subject.name(),
                                Map.of(argument.getName(), naming(meaning, subject))))
                        .toList();
    }

    static Object naming(Meaning meaning, Subject subject) {
        return meaning == Meaning.CASE ? subject.id() : String.valueOf(subject.caseNo());
    }

    private List<Question> chosen(GraphQLFieldDefinition field, GraphQLArgument argument, Map<String, String> cursors) {
        String name = argument.getName();
        if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType input) {
            return input.getFieldDefinitions().stream()
                    .flatMap(leaf -> choices(input.getName() + "." + leaf.getName()).stream()
                            .map(sample -> briefly(
                                    field,
                                    "(" + name + "." + leaf.getName() + ") " + sample,
                                    Map.of(name, Map.of(leaf.getName(), sample)))))
                    .toList();
        }
        if (meaning(field, argument) == Meaning.CURSOR) {
            return List.of(briefly(
                    field, "(" + name + ") of somebody", Map.of(name, cursors.getOrDefault(field.getName(), "none"))));
        }
        return choices(coordinate(field, argument)).stream()
                .map(sample -> briefly(field, "(" + name + ") " + sample, Map.of(name, sample)))
                .toList();
    }

    private List<Object> choices(String coordinate) {
        return meanings.of(coordinate) == Meaning.CHOICE ? meanings.samples(coordinate) : List.of();
    }

    /// With everything that hangs on the answer.
    private Stream<Question> asked(GraphQLFieldDefinition field, String row, Map<String, Object> said) {
        return Selection.parts(field.getType()).stream().map(part -> question(field, row, said, part));
    }

    private Question briefly(GraphQLFieldDefinition field, String row, Map<String, Object> said) {
        return question(field, row, said, Selection.plain(field.getType()));
    }

    private Question question(GraphQLFieldDefinition field, String row, Map<String, Object> said, String selection) {
        Map<String, Object> arguments = new LinkedHashMap<>(said);
        for (GraphQLArgument argument : field.getArguments()) {
            if (!said.containsKey(argument.getName()) && isValue(field, argument)) {
                arguments.put(
                        argument.getName(),
                        meanings.samples(coordinate(field, argument)).getFirst());
            }
        }
        return new Question("Query." + field.getName() + row, field, arguments, selection);
    }

    private boolean isValue(GraphQLFieldDefinition field, GraphQLArgument argument) {
        Meaning meaning = meaning(field, argument);
        return meaning == Meaning.VALUE || meaning == Meaning.PAGE;
    }

    private Meaning meaning(GraphQLFieldDefinition field, GraphQLArgument argument) {
        return GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType
                ? Meaning.NONE
                : meanings.of(coordinate(field, argument));
    }

    private static String coordinate(GraphQLFieldDefinition field, GraphQLArgument argument) {
        return "Query." + field.getName() + "(" + argument.getName() + ")";
    }

    /// A whole input with sensible values.
    ///
    /// @param named   what cases, documents and versions are called; a field without an entry is left out
    /// @param alone   by coordinate, the choice that is tried
    Object input(GraphQLInputType type, Map<Meaning, Object> named, Map<String, Object> alone) {
        Map<String, Object> input = new LinkedHashMap<>();
        GraphQLInputObjectType object = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(type);
        for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
            String coordinate = object.getName() + "." + field.getName();
            Object value = alone.get(coordinate);
            if (value == null && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType) {
                value = input(field.getType(), named, alone);
            } else if (value == null) {
                value = meanings.of(coordinate) == Meaning.VALUE
                        ? meanings.samples(coordinate).getFirst()
                        : named.get(meanings.of(coordinate));
            }
            if (value != null) {
                input.put(
                        field.getName(), isList(field.getType()) && !(value instanceof List) ? List.of(value) : value);
            }
        }
        return input;
    }

    private static boolean isList(GraphQLInputType type) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
    }
}
