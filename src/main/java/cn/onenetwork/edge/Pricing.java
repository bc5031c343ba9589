package cn.onenetwork.edge;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reckons what an operation may cost before it runs, in points.
///
/// A value of the answer is one point. A field at the root is ten, because it opens a session of its own, of a
/// mutation fifty; a field below with arguments is five, because it asks the database once for every parent.
/// What is below a list counts as often as the list is long: as `first` says, or as it is taken to be. Nested
/// lists multiply. Fields that `@skip` or `@include` may leave out count until the answer shows otherwise.
@ApplicationScoped
class Pricing {

    private static final int VALUE = 1;
    private static final int WITH_ARGUMENTS = 5;
    private static final int QUERY = 10;
    private static final int MUTATION = 50;
    /// The description of the schema costs the same however it is asked for; the engine refuses the rest of it.
    private static final int INTROSPECTION = 1000;

    private final EdgeConfig.Prices prices;
    private final Set<String> secrets;
    private final Instance<GraphQLSchema> schemas;

    Pricing(EdgeConfig config, Instance<GraphQLSchema> schemas) {
        this.prices = config.cost();
        this.secrets = config.secrets().fields();
        this.schemas = schemas;
    }

    /// @throws IllegalArgumentException where a price is set for a field that is not there, or a secret is awaited
    void check() {
        check("one-network.edge.cost", prices.weights().keySet());
        check("one-network.edge.cost", prices.sizes().keySet());
        check("one-network.edge.secrets", secrets);
    }

    private void check(String setting, Set<String> names) {
        names.stream().filter(name -> !isField(name)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException(setting + " names a field that the schema does not have: " + unknown);
        });
    }

    private boolean isField(String name) {
        String[] parts = name.split("\\.", -1);
        return parts.length == 2
                && schemas.get().getType(parts[0]) instanceof GraphQLObjectType type
                && type.getFieldDefinition(parts[1]) != null;
    }

    /// The price of an operation of a document that fits the schema.
    Price of(Document document, OperationDefinition operation, JsonObject variables) {
        return new Reckoning(schemas.get(), document, new PageSize(operation, variables)).of(operation);
    }

    private final class Reckoning {

        private final GraphQLSchema schema;
        private final Document document;
        private final PageSize pages;

        Reckoning(GraphQLSchema schema, Document document, PageSize pages) {
            this.schema = schema;
            this.document = document;
            this.pages = pages;
        }

        Price of(OperationDefinition operation) {
            GraphQLObjectType root = Objects.requireNonNull(
                    switch (operation.getOperation()) {
                        case QUERY -> schema.getQueryType();
                        case MUTATION -> schema.getMutationType();
                        case SUBSCRIPTION -> schema.getSubscriptionType();
                    });
            Price all = new Price(0, 1);
            add(operation.getSelectionSet(), root, null, all);
            return all;
        }

        private void add(
                @Nullable SelectionSet selections, GraphQLCompositeType type, @Nullable Integer page, Price parent) {
            if (selections != null) {
                selections.getSelections().forEach(selection -> add(selection, type, page, parent));
            }
        }

        private void add(Selection<?> selection, GraphQLCompositeType type, @Nullable Integer page, Price parent) {
            switch (selection) {
                case Field field -> add(field, type, page, parent);
                case InlineFragment inline ->
                    add(inline.getSelectionSet(), narrowed(type, inline.getTypeCondition()), page, parent);
                case FragmentSpread spread ->
                    fragment(spread)
                            .ifPresent(found -> add(
                                    found.getSelectionSet(), narrowed(type, found.getTypeCondition()), page, parent));
                default -> {}
            }
        }

        private Optional<FragmentDefinition> fragment(FragmentSpread spread) {
            return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .filter(fragment -> fragment.getName().equals(spread.getName()))
                    .findFirst();
        }

        private GraphQLCompositeType narrowed(GraphQLCompositeType type, @Nullable TypeName condition) {
            return condition != null && schema.getType(condition.getName()) instanceof GraphQLCompositeType narrow
                    ? narrow
                    : type;
        }

        private void add(Field field, GraphQLCompositeType type, @Nullable Integer page, Price parent) {
            GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, type, field.getName());
            String name = type.getName() + "." + field.getName();
            Integer own = pages.of(field, definition);
            Price price = parent.part(
                    field.getResultKey(),
                    new Price(
                            weight(name, type, definition),
                            size(name, definition, own == null ? page : own),
                            secrets.contains(name)));
            GraphQLType below = GraphQLTypeUtil.unwrapAll(definition.getType());
            if (below instanceof GraphQLCompositeType composite && !isIntrospection(definition)) {
                add(field.getSelectionSet(), composite, own, price);
            }
        }

        private int weight(String name, GraphQLCompositeType type, GraphQLFieldDefinition field) {
            return prices.weights().getOrDefault(name, usual(type, field));
        }

        private int usual(GraphQLCompositeType type, GraphQLFieldDefinition field) {
            if (isIntrospection(field)) {
                return INTROSPECTION;
            }
            if (field.getName().equals("__typename")) {
                return VALUE;
            }
            if (type.equals(schema.getMutationType())) {
                return MUTATION;
            }
            boolean atTheRoot = type.equals(schema.getQueryType()) || type.equals(schema.getSubscriptionType());
            return atTheRoot ? QUERY : field.getArguments().isEmpty() ? VALUE : WITH_ARGUMENTS;
        }

        private int size(String name, GraphQLFieldDefinition field, @Nullable Integer page) {
            if (!GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))) {
                return 1;
            }
            Map<String, Integer> named = prices.sizes();
            return page != null ? page : named.getOrDefault(name, prices.assumedSize());
        }

        private static boolean isIntrospection(GraphQLFieldDefinition field) {
            return field.getName().equals("__schema") || field.getName().equals("__type");
        }
    }
}
