package cn.onenetwork.authorization;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is in a schema, by its coordinates: `ServiceCase.form`, `Query.serviceCase(id)`,
/// `CaseSubmitInput.id`.
final class Coordinates {

    private Coordinates() {}

    /// The fields of all types but the roots.
    static Set<String> nestedFields(GraphQLSchema schema) {
        Set<GraphQLObjectType> roots = Stream.of(
                        schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .collect(Collectors.toSet());
        return objects(schema)
                .filter(type -> !roots.contains(type))
                .flatMap(type -> fields(type).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<GraphQLFieldDefinition> sorted(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .sorted(Comparator.comparing(GraphQLFieldDefinition::getName))
                .toList();
    }

    static List<String> fields(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .map(field -> type.getName() + "." + field.getName())
                .sorted()
                .toList();
    }

    /// The arguments of fields, and the fields of inputs. Those that hold an input themselves mean nothing, nor does
    /// the one argument of a mutation.
    static Set<String> arguments(GraphQLSchema schema) {
        Stream<String> ofFields = objects(schema)
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .flatMap(field -> field.getArguments().stream()
                                .filter(argument -> !(GraphQLTypeUtil.unwrapAll(argument.getType())
                                        instanceof GraphQLInputObjectType))
                                .map(argument ->
                                        type.getName() + "." + field.getName() + "(" + argument.getName() + ")")));
        Stream<String> ofInputs = schema.getAllTypesAsList().stream()
                .filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast)
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .filter(field ->
                                !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType))
                        .map(field -> type.getName() + "." + field.getName()));
        return Stream.concat(ofFields, ofInputs).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<GraphQLObjectType> objects(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__"));
    }

    static List<String> actions(GraphQLSchema schema) {
        return ((GraphQLEnumType) schema.getType("CaseAction"))
                .getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    }

    /// The mutation that does an action: its name with or without `case`, or with `Create`.
    static String mutation(GraphQLSchema schema, String action) {
        String camel = Arrays.stream(action.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        String plain = Character.toLowerCase(camel.charAt(0)) + camel.substring(1);
        return Stream.of("case" + camel, plain, plain + "Create")
                .filter(name -> schema.getMutationType().getFieldDefinition(name) != null)
                .map(name -> "Mutation." + name)
                .findFirst()
                .orElse("no mutation for " + action);
    }
}
