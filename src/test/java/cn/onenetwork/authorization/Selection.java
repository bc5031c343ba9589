package cn.onenetwork.authorization;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that can be asked of a type: every field, and every field below it, each type once along a path.
final class Selection {

    /// How many rows of a nested page.
    private static final int FEW = 5;

    private Selection() {}

    /// In braces; empty for a scalar or an enum.
    static String everything(GraphQLType type) {
        return below(type, List.of());
    }

    /// The same in parts that together cost less than one answer may: a connection once by its nodes and once by its
    /// edges.
    static List<String> parts(GraphQLType type) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object
                        && object.getFieldDefinition("nodes") != null
                        && object.getFieldDefinition("edges") != null
                ? List.of(without(object, "edges"), without(object, "nodes"))
                : List.of(everything(type));
    }

    private static String without(GraphQLObjectType object, String left) {
        return fields(
                object, List.of(object.getName()), field -> !field.getName().equals(left));
    }

    /// The fields without further fields, of the type and of what hangs on it directly; of refusals everything, so that
    /// they can be compared with those of questions that ask for everything.
    static String plain(GraphQLType type) {
        return plain(type, 1);
    }

    private static String plain(GraphQLType type, int deeper) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object)) {
            return "";
        }
        return object.getFieldDefinitions().stream()
                .filter(field ->
                        deeper > 0 || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType))
                .map(field -> field.getName()
                        + (field.getName().equals("userErrors")
                                ? everything(field.getType())
                                : plain(field.getType(), deeper - 1)))
                .collect(Collectors.joining(" ", " { ", " }"));
    }

    private static String below(GraphQLType type, List<String> path) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object)) {
            return "";
        }
        List<String> here =
                Stream.concat(path.stream(), Stream.of(object.getName())).toList();
        return fields(object, here, _ -> true);
    }

    private static String fields(
            GraphQLObjectType object, List<String> here, Predicate<GraphQLFieldDefinition> wanted) {
        return object.getFieldDefinitions().stream()
                .filter(field -> isNewOn(here, field))
                .filter(wanted)
                .map(field -> field.getName() + page(field) + below(field.getType(), here))
                .collect(Collectors.joining(" ", " { ", " }"));
    }

    private static boolean isNewOn(Collection<String> path, GraphQLFieldDefinition field) {
        return !path.contains(((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName());
    }

    private static String page(GraphQLFieldDefinition field) {
        return field.getArgument("first") == null ? "" : "(first: " + FEW + ")";
    }
}
