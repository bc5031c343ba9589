package cn.onenetwork.edge;

import graphql.TrivialDataFetcher;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/// Tells fields that are plain properties of their object from those that a resolver answers, who may look at who
/// asks.
final class PlainFields {

    private final GraphQLSchema schema;

    PlainFields(GraphQLSchema schema) {
        this.schema = schema;
    }

    /// Whether no resolver stands below the root fields of the operation.
    boolean areAllBelow(Documents.Chosen chosen) {
        GraphQLObjectType root = schema.getSubscriptionType();
        return root != null && arePlain(chosen.operation().getSelectionSet(), root, true, chosen.document());
    }

    private boolean arePlain(@Nullable SelectionSet selected, GraphQLType type, boolean root, Document document) {
        return selected == null
                || selected.getSelections().stream().allMatch(one -> isPlain(one, type, root, document));
    }

    private boolean isPlain(Selection<?> selection, GraphQLType type, boolean root, Document document) {
        return switch (selection) {
            case Field field -> type instanceof GraphQLObjectType owner && isPlain(field, owner, root, document);
            case InlineFragment fragment -> arePlain(fragment.getSelectionSet(), type, root, document);
            case FragmentSpread spread -> arePlain(fragment(spread, document).getSelectionSet(), type, root, document);
            default -> false;
        };
    }

    private boolean isPlain(Field field, GraphQLObjectType owner, boolean root, Document document) {
        GraphQLFieldDefinition definition = owner.getFieldDefinition(field.getName());
        if (definition == null) {
            return field.getName().equals("__typename");
        }
        return (root || isProperty(owner, definition))
                && arePlain(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()), false, document);
    }

    private boolean isProperty(GraphQLObjectType owner, GraphQLFieldDefinition field) {
        return schema.getCodeRegistry()
                        .getDataFetcher(FieldCoordinates.coordinates(owner.getName(), field.getName()), field)
                instanceof TrivialDataFetcher<?>;
    }

    private static FragmentDefinition fragment(FragmentSpread spread, Document document) {
        return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> fragment.getName().equals(spread.getName()))
                .findFirst()
                .orElseThrow();
    }
}
