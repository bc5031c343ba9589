package cn.onenetwork.authorization;

import cn.onenetwork.authorization.Meanings.Meaning;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All mutations of the schema, on every prepared case.
final class Commands {

    /// No case has changed so often: who is let through learns that the version is stale, and changes nothing.
    private static final int NEVER_REACHED = 999_999;

    /// Whose answers are asked for with everything that hangs on them.
    private static final Set<String> ASKED_IN_FULL = Set.of("company", "company-draft");

    private final GraphQLSchema schema;
    private final Meanings meanings;
    private final Stage stage;
    private final Questions questions;

    Commands(GraphQLSchema schema, Meanings meanings, Stage stage) {
        this.schema = schema;
        this.meanings = meanings;
        this.stage = stage;
        this.questions = new Questions(schema, meanings, stage);
    }

    /// With a version that no case has.
    List<Question> onAStaleVersion() {
        return all(_ -> NEVER_REACHED);
    }

    /// With the version that is there: nothing but the right to do it stands in the way.
    List<Question> onTheVersionThatIsThere() {
        Map<String, Integer> versions = stage.all().stream().collect(Collectors.toMap(Subject::name, Stage::version));
        return all(subject -> versions.getOrDefault(subject.name(), 1));
    }

    /// A document of somebody else, or of nobody, in a case of one's own.
    List<Question> withDocument(Subject own, Subject from) {
        int version = Stage.version(own);
        return Coordinates.sorted(schema.getMutationType()).stream()
                .filter(field -> coordinates(field, Meaning.DOCUMENT).findAny().isPresent())
                .map(field -> question(field, " " + from.name(), own, from.document(), version))
                .toList();
    }

    private List<Question> all(ToIntFunction<Subject> version) {
        List<Question> all = new ArrayList<>();
        for (GraphQLFieldDefinition field : Coordinates.sorted(schema.getMutationType())) {
            if (coordinates(field, Meaning.CASE).findAny().isPresent()) {
                stage.all()
                        .forEach(subject -> all.add(question(
                                field,
                                " " + subject.name(),
                                subject,
                                stage.unknown().document(),
                                version.applyAsInt(subject))));
            }
            if (input(field).getFieldDefinitions().stream()
                    .noneMatch(leaf -> GraphQLTypeUtil.isNonNull(leaf.getType()) && isCase(field, leaf))) {
                all.add(alone(field, "", Map.of()));
            }
            coordinates(field, Meaning.CHOICE)
                    .forEach(leaf -> meanings.samples(leaf)
                            .forEach(sample -> all.add(alone(
                                    field,
                                    "(" + leaf.substring(leaf.indexOf('.') + 1) + ") " + sample,
                                    Map.of(leaf, sample)))));
        }
        return all;
    }

    private boolean isCase(GraphQLFieldDefinition field, GraphQLInputObjectField leaf) {
        return !(GraphQLTypeUtil.unwrapAll(leaf.getType()) instanceof GraphQLInputObjectType)
                && meanings.of(input(field).getName() + "." + leaf.getName()) == Meaning.CASE;
    }

    private Question question(GraphQLFieldDefinition field, String row, Subject subject, String document, int version) {
        Map<Meaning, Object> named = new EnumMap<>(Meaning.class);
        named.put(Meaning.CASE, subject.id());
        named.put(Meaning.DOCUMENT, document);
        named.put(Meaning.MATERIAL, subject.material());
        named.put(Meaning.KEY, UUID.randomUUID().toString());
        named.put(Meaning.VERSION, version);
        return made(
                field,
                row,
                questions.input(argument(field).getType(), named, Map.of()),
                ASKED_IN_FULL.contains(subject.name())
                        ? Selection.everything(field.getType())
                        : Selection.plain(field.getType()));
    }

    /// What is done to no case that is there.
    private Question alone(GraphQLFieldDefinition field, String row, Map<String, Object> choice) {
        Map<Meaning, Object> named = new EnumMap<>(Meaning.class);
        named.put(Meaning.KEY, UUID.randomUUID().toString());
        coordinates(field, Meaning.ITEM)
                .forEach(item -> named.put(Meaning.ITEM, meanings.samples(item).getFirst()));
        return made(
                field,
                row,
                questions.input(argument(field).getType(), named, choice),
                Selection.plain(field.getType()));
    }

    private static Question made(GraphQLFieldDefinition field, String row, Object input, String selection) {
        return new Question(
                "Mutation." + field.getName() + row,
                field,
                Map.of(argument(field).getName(), input),
                selection);
    }

    private Stream<String> coordinates(GraphQLFieldDefinition field, Meaning meaning) {
        GraphQLInputObjectType input = input(field);
        return input.getFieldDefinitions().stream()
                .filter(leaf -> !(GraphQLTypeUtil.unwrapAll(leaf.getType()) instanceof GraphQLInputObjectType))
                .map(leaf -> input.getName() + "." + leaf.getName())
                .filter(coordinate -> meanings.of(coordinate) == meaning);
    }

    private static GraphQLInputObjectType input(GraphQLFieldDefinition field) {
        return (GraphQLInputObjectType)
                GraphQLTypeUtil.unwrapAll(argument(field).getType());
    }

    private static GraphQLArgument argument(GraphQLFieldDefinition field) {
        return field.getArguments().getFirst();
    }
}
