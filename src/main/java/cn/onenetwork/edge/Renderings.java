package cn.onenetwork.edge;

import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.VariableReference;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out whose events can be written by one [Rendering].
///
/// That is so where everything below the root field is a plain property of the event: such a field knows nothing of
/// who asks. Where a resolver stands below it, each subscriber has an execution of its own.
@ApplicationScoped
class Renderings {

    /// Key of the document in the context of an execution.
    static final Object CHOSEN = Documents.Chosen.class;

    private static final int REMEMBERED = 500;

    private final PlainFields plain;
    private final GraphQL engine;
    private final Map<Key, Rendering> known = new Recent<>(REMEMBERED);

    /// What may make a difference to what is written.
    private record Key(
            Document document, OperationDefinition operation, Map<String, JsonValue> values, Locale locale) {}

    Renderings(Instance<GraphQLSchema> schema) {
        this.plain = new PlainFields(schema.get());
        this.engine = GraphQL.newGraphQL(schema.get())
                .subscriptionExecutionStrategy(new AsyncExecutionStrategy())
                .instrumentation(new KnownRoot())
                .preparsedDocumentProvider((input, _) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                        ((Documents.Chosen) input.getGraphQLContext().get(CHOSEN)).document())))
                .build();
    }

    /// What writes the events of a subscription for all who asked for the same; null where each needs an execution of
    /// its own.
    @Nullable
    Rendering of(Documents.Chosen chosen, GraphQLRequest request, Locale locale) {
        if (!plain.areAllBelow(chosen)) {
            return null;
        }
        Key key = new Key(chosen.document(), chosen.operation(), values(chosen, request.variables()), locale);
        synchronized (known) {
            return known.computeIfAbsent(key, _ -> new Rendering(engine, request, chosen, locale));
        }
    }

    /// The variables that the selection depends on. Those in the arguments of the root field chose the stream, and are
    /// of no importance to how its events look.
    private static Map<String, JsonValue> values(Documents.Chosen chosen, JsonObject variables) {
        Map<String, JsonValue> values = new TreeMap<>();
        names(chosen).forEach(name -> values.put(name, variables.getOrDefault(name, JsonValue.NULL)));
        return values;
    }

    private static Stream<String> names(Documents.Chosen chosen) {
        Stream<Node<?>> roots = Stream.concat(
                chosen.operation().getSelectionSet().getSelections().stream().flatMap(Renderings::withoutArguments),
                chosen.document().getDefinitionsOfType(FragmentDefinition.class).stream());
        return roots.flatMap(Renderings::below)
                .filter(VariableReference.class::isInstance)
                .map(reference -> ((VariableReference) reference).getName());
    }

    private static Stream<Node<?>> withoutArguments(Selection<?> root) {
        return root instanceof Field field
                ? children(field).filter(child -> !(child instanceof Argument))
                : Stream.of(root);
    }

    private static Stream<Node<?>> below(Node<?> node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(Renderings::below));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Node<?>> children(Node<?> node) {
        return node.getChildren().stream().map(child -> (Node<?>) child);
    }

    /// The root field is the event; everything below it is what it always is.
    private static final class KnownRoot extends SimplePerformantInstrumentation {

        @Override
        public DataFetcher<?> instrumentDataFetcher(
                DataFetcher<?> fetcher,
                InstrumentationFieldFetchParameters parameters,
                @Nullable InstrumentationState state) {
            return parameters.getExecutionStepInfo().getPath().getLevel() == 1
                    ? environment -> environment.getGraphQlContext().get(Rendering.EVENT)
                    : fetcher;
        }
    }
}
