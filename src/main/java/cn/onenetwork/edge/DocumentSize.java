package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Measures how much the operations of a document ask for, with every fragment written out where it is spread.
///
/// Each fragment is measured once, so that the measuring takes no longer than the reading, however the
/// fragments are nested. A fragment that spreads itself counts as empty here; validation refuses it.
final class DocumentSize {

    private static final long COUNTLESS = 1_000_000_000L;
    /// How much deeper than the fields the selections may nest, by fragments inside one another.
    private static final int FRAGMENTS_PER_FIELD = 8;

    private final EdgeConfig.DocumentLimits limits;
    private final Locale locale;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Size> measured = new HashMap<>();

    private DocumentSize(Document document, EdgeConfig.DocumentLimits limits, Locale locale) {
        this.limits = limits;
        this.locale = locale;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, _) -> first));
    }

    /// @throws Refusal COST_EXCEEDED where an operation of the document is above a limit
    static void check(Document document, EdgeConfig.DocumentLimits limits, Locale locale) {
        DocumentSize measuring = new DocumentSize(document, limits, locale);
        document.getDefinitionsOfType(OperationDefinition.class).forEach(measuring::check);
    }

    private void check(OperationDefinition operation) {
        Size size = of(operation.getSelectionSet(), 0);
        boolean mutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        refuseAbove(mutation ? limits.maxMutationFields() : limits.maxQueryFields(), size.width, "rootFields");
        refuseAbove(limits.maxDepth(), size.depth, "depth");
        refuseAbove(limits.maxAliases(), size.aliases, "aliases");
        refuseAbove(limits.maxFields(), size.fields, "fields");
    }

    private void refuseAbove(int limit, long found, String what) {
        if (found > limit) {
            throw Refusal.of(Refusal.Code.COST_EXCEEDED, what, locale, limit)
                    .with("asked", found)
                    .with("limit", limit);
        }
    }

    private Size of(@Nullable SelectionSet selections, int nesting) {
        refuseAbove(limits.maxDepth() * FRAGMENTS_PER_FIELD, nesting, "depth");
        Size sum = Size.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = sum.and(of(selection, nesting + 1));
            }
        }
        return sum;
    }

    private Size of(Selection<?> selection, int nesting) {
        return switch (selection) {
            case Field field -> of(field.getSelectionSet(), nesting).under(field.getAlias() != null);
            case InlineFragment inline -> of(inline.getSelectionSet(), nesting);
            case FragmentSpread spread -> of(spread, nesting);
            default -> Size.NOTHING;
        };
    }

    private Size of(FragmentSpread spread, int nesting) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        Size known = measured.get(spread.getName());
        if (known != null || fragment == null) {
            return known == null ? Size.NOTHING : known;
        }
        measured.put(spread.getName(), Size.NOTHING);
        Size size = of(fragment.getSelectionSet(), nesting);
        measured.put(spread.getName(), size);
        return size;
    }

    /// @param width fields side by side at the top, @param depth fields inside one another
    private record Size(long width, long depth, long aliases, long fields) {

        static final Size NOTHING = new Size(0, 0, 0, 0);

        Size and(Size other) {
            return new Size(
                    sum(width, other.width),
                    Math.max(depth, other.depth),
                    sum(aliases, other.aliases),
                    sum(fields, other.fields));
        }

        Size under(boolean aliased) {
            return new Size(1, depth + 1, sum(aliases, aliased ? 1 : 0), sum(fields, 1));
        }

        private static long sum(long one, long other) {
            return Math.min(COUNTLESS, one + other);
        }
    }
}
