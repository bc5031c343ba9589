package cn.onenetwork.schema;

import cn.onenetwork.schema.SchemaParts.Field;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What holds for every part of the schema; each with a small schema that breaks it.
enum Convention {
    EVERYTHING_IS_DESCRIBED_IN_CHINESE_TOO(
            parts -> parts.described()
                    .filter(part -> !inChineseToo(SchemaParts.description(part.node())))
                    .map(SchemaParts.Described::at),
            "type Query { \"Who is asking. Requires nothing.\" viewer: Int }",
            "Query.viewer"),

    A_MUTATION_ENDS_WITH_THE_ROLE_IT_NEEDS(
            parts -> parts.mutations()
                    .filter(field -> !namesRole(SchemaParts.description(field.definition())))
                    .map(Field::at),
            "type Mutation { \"Requires OFFICER. 收件。\" caseReceive: Int }",
            "Mutation.caseReceive"),

    A_QUERY_ENDS_WITH_WHAT_IT_NEEDS(
            parts -> parts.roots()
                    .filter(field -> !namesNeed(SchemaParts.description(field.definition())))
                    .map(Field::at),
            "type Subscription { \"进度。\" caseProgressed: Int }",
            "Subscription.caseProgressed"),

    A_MUTATION_IS_CALLED_NOUN_VERB(
            parts ->
                    parts.mutations().filter(field -> !isNounVerb(field.name())).map(Field::at),
            "type Mutation { submitCase: Int }",
            "Mutation.submitCase"),

    A_MUTATION_HAS_ONE_INPUT_OF_ITS_OWN(
            parts -> parts.mutations()
                    .filter(field -> field.arguments().size() != 1
                            || !field.arguments().stream().allMatch(argument -> isInput(field, argument)))
                    .map(Field::at),
            "type Mutation { caseSubmit(input: CaseSubmitInput): Int }",
            "Mutation.caseSubmit"),

    A_MUTATION_HAS_A_PAYLOAD_WITH_USER_ERRORS(
            parts -> parts.mutations()
                    .filter(field -> !field.returns().equals(capital(field) + "Payload")
                            || !"[UserError!]!".equals(parts.typeOf(field.returns(), "userErrors")))
                    .map(Field::at),
            "type Mutation { caseSubmit: CaseSubmitPayload } type CaseSubmitPayload { userErrors: [UserError] }",
            "Mutation.caseSubmit"),

    A_MUTATION_CAN_BE_REPEATED(
            parts -> parts.mutations()
                    .filter(field -> !"String!".equals(parts.typeOf(capital(field) + "Input", "idempotencyKey")))
                    .map(Field::at),
            "type Mutation { caseSubmit: Int } input CaseSubmitInput { idempotencyKey: String }",
            "Mutation.caseSubmit"),

    A_ROOT_FIELD_MAY_BE_NULL(
            parts -> parts.roots()
                    .filter(field -> field.definition().getType() instanceof NonNullType)
                    .map(Field::at),
            "type Query { topics: [Topic!]! }",
            "Query.topics"),

    A_CONNECTION_HAS_ITS_FOUR_FIELDS(
            parts -> parts.connections()
                    .map(type -> type.getName().replaceFirst("Connection$", ""))
                    .filter(name -> !isConnection(parts, name))
                    .map(name -> name + "Connection"),
            "type RowConnection { edges: [RowEdge!]! nodes: [Row]! pageInfo: PageInfo! totalCount: Int! }"
                    + " type RowEdge { cursor: String! node: Row! }",
            "RowConnection"),

    A_CONNECTION_IS_PAGED_WITH_A_DEFAULT(
            parts -> parts.fields()
                    .filter(field -> field.returns().matches("\\w+Connection!?"))
                    .filter(field -> !isPaged(field))
                    .map(Field::at),
            "type Query { rows(first: Int, after: String): RowConnection }",
            "Query.rows"),

    AN_ID_IS_CALLED_ID(
            parts -> parts.uses()
                    .filter(use -> use.text().matches("ID!?")
                            && !use.name().equals("id")
                            && !use.name().endsWith("Id"))
                    .map(SchemaParts.Use::at),
            "type Query { tenant(parent: ID): Int }",
            "Query.tenant(parent:)"),

    A_LIST_HAS_NO_HOLES(
            parts -> parts.uses().filter(use -> hasHoles(use.type())).map(SchemaParts.Use::at),
            "type Query { matrix: [[Int]!] }",
            "Query.matrix");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ROLE =
            Pattern.compile("Requires (CITIZEN|OFFICER|REVIEWER|SUPERVISOR|AUDITOR|ADMIN)((, | or )[A-Z]+)*\\.$");
    private static final Pattern NEED = Pattern.compile("(Requires [^.]+|Needs no login)\\.$");
    private static final Pattern NOUN_VERB = Pattern.compile(
            "(?!(add|approve|cancel|change|create|delete|save|set|submit|update)[A-Z])[a-z]+([A-Z][a-z]+)+");

    private final Function<SchemaParts, Stream<String>> exceptions;
    private final String wrong;
    private final String breach;

    Convention(Function<SchemaParts, Stream<String>> exceptions, String wrong, String breach) {
        this.exceptions = exceptions;
        this.wrong = wrong;
        this.breach = breach;
    }

    /// Where a schema breaks the convention.
    Stream<String> breaches(SchemaParts parts) {
        return exceptions.apply(parts);
    }

    /// A schema that breaks it.
    SchemaParts wrong() {
        return new SchemaParts(PublishedSchema.parsed(wrong));
    }

    /// Where that schema breaks it.
    String breach() {
        return breach;
    }

    private static boolean inChineseToo(String description) {
        return CHINESE.matcher(description).find();
    }

    private static boolean namesRole(String description) {
        return ROLE.matcher(description).find();
    }

    private static boolean namesNeed(String description) {
        return NEED.matcher(description).find();
    }

    private static boolean isNounVerb(String name) {
        return NOUN_VERB.matcher(name).matches();
    }

    private static String capital(Field field) {
        return field.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + field.name().substring(1);
    }

    private static boolean isInput(Field mutation, InputValueDefinition argument) {
        return argument.getName().equals("input")
                && new SchemaParts.Use("", "", argument.getType()).text().equals(capital(mutation) + "Input!");
    }

    private static boolean isConnection(SchemaParts parts, String row) {
        String connection = row + "Connection";
        String node = parts.typeOf(row + "Edge", "node");
        return node != null
                && "String!".equals(parts.typeOf(row + "Edge", "cursor"))
                && ("[" + row + "Edge!]!").equals(parts.typeOf(connection, "edges"))
                && ("[" + node + "]!").equals(parts.typeOf(connection, "nodes"))
                && "PageInfo!".equals(parts.typeOf(connection, "pageInfo"))
                && "Int!".equals(parts.typeOf(connection, "totalCount"));
    }

    private static boolean isPaged(Field field) {
        return field.arguments().stream()
                        .anyMatch(argument -> argument.getName().equals("first") && argument.getDefaultValue() != null)
                && field.arguments().stream()
                        .anyMatch(argument -> argument.getName().equals("after"));
    }

    private static boolean hasHoles(Type<?> type) {
        return switch (type) {
            case NonNullType some -> hasHoles(some.getType());
            case ListType list -> !(list.getType() instanceof NonNullType) || hasHoles(list.getType());
            default -> false;
        };
    }
}
