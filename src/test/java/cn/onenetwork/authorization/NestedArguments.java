package cn.onenetwork.authorization;

import cn.onenetwork.authorization.Meanings.Meaning;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The arguments of fields below a case, tried one by one on every case that somebody sees.
final class NestedArguments {

    private static final String ROOT = "serviceCase";

    private final Door door;
    private final Stage stage;
    private final Meanings meanings;
    private final GraphQLFieldDefinition root;

    NestedArguments(Door door, Stage stage, Meanings meanings, GraphQLSchema schema) {
        this.door = door;
        this.stage = stage;
        this.meanings = meanings;
        this.root = schema.getQueryType().getFieldDefinition(ROOT);
    }

    /// A field with one argument.
    ///
    /// @param selection leads to it from the case
    private record Trial(String row, String coordinate, String selection) {}

    /// The most that somebody gets, by row.
    ///
    /// @param cursor one that somebody else was given for the timeline of another case
    Map<String, String> verdicts(String persona, String cursor) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Trial trial : trials(cursor)) {
            Seen seen = new Seen(List.of(trial.coordinate()), List.of(persona));
            List<Question> questions = stage.subjects().stream()
                    .map(subject -> new Question(trial.row(), root, Map.of("id", subject.id()), trial.selection()))
                    .toList();
            door.query(persona, questions).forEach(reply -> seen.look(persona, root.getType(), reply));
            verdicts.put(trial.row(), seen.rows().get(trial.coordinate()).get(persona));
        }
        return verdicts;
    }

    private List<Trial> trials(String cursor) {
        List<Trial> trials = new ArrayList<>();
        descend(
                (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(root.getType()),
                below -> below,
                new HashSet<>(),
                cursor,
                trials);
        return trials;
    }

    private void descend(
            GraphQLObjectType type, UnaryOperator<String> path, Set<String> been, String cursor, List<Trial> trials) {
        if (!been.add(type.getName())) {
            return;
        }
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            for (GraphQLArgument argument : field.getArguments()) {
                String coordinate = type.getName() + "." + field.getName();
                for (String literal : literals(coordinate, argument, cursor)) {
                    String asked = field.getName() + "(" + argument.getName() + ": " + literal
                            + others(coordinate, field, argument, cursor) + ")"
                            + Selection.everything(field.getType());
                    trials.add(new Trial(
                            coordinate + "(" + argument.getName() + ") "
                                    + (literal.contains(cursor) ? "of another" : literal),
                            coordinate,
                            path.apply("{ " + asked + " }")));
                }
            }
            Optional.of(GraphQLTypeUtil.unwrapAll(field.getType()))
                    .filter(GraphQLObjectType.class::isInstance)
                    .map(GraphQLObjectType.class::cast)
                    .ifPresent(next -> descend(
                            next,
                            below -> path.apply("{ " + field.getName() + " " + below + " }"),
                            been,
                            cursor,
                            trials));
        }
    }

    /// What is always given beside the argument that is tried.
    private String others(String coordinate, GraphQLFieldDefinition field, GraphQLArgument tried, String cursor) {
        return field.getArguments().stream()
                .filter(other -> !other.getName().equals(tried.getName()))
                .filter(other -> meanings.of(coordinate + "(" + other.getName() + ")") == Meaning.VALUE)
                .map(other -> ", " + other.getName() + ": "
                        + literals(coordinate, other, cursor).getFirst())
                .collect(Collectors.joining());
    }

    private List<String> literals(String field, GraphQLArgument argument, String cursor) {
        String coordinate = field + "(" + argument.getName() + ")";
        Meaning meaning = meanings.of(coordinate);
        boolean symbol = GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLEnumType;
        return switch (meaning) {
            case CURSOR -> List.of('"' + cursor + '"');
            case CHOICE, VALUE ->
                meanings.samples(coordinate).stream()
                        .map(sample -> sample instanceof String text && !symbol ? '"' + text + '"' : sample.toString())
                        .toList();
            default -> List.of();
        };
    }
}
