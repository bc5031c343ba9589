package cn.onenetwork.edge;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.ExecutionId;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Executes operations. Schema and resolvers are SmallRye's; what SmallRye does around an execution is not needed
/// here, because the door has done it: the document is read, valid and known, and nobody listens to events.
@ApplicationScoped
class Engine {

    /// Nobody asks which execution it was; a random one each time costs more than it tells.
    private static final ExecutionId ID = ExecutionId.from("one-network");

    private final Batches batches;
    private final GraphQL engine;

    Engine(Instance<GraphQLSchema> schema, Instance<Schema> model) {
        ExceptionHandler failures = new ExceptionHandler();
        this.batches = new Batches(model.get());
        this.engine = GraphQL.newGraphQL(batches.in(schema.get()))
                .defaultDataFetcherExceptionHandler(failures)
                .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(failures))
                .preparsedDocumentProvider((input, _) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                        ((Documents.Chosen) input.getGraphQLContext().get(Documents.Chosen.class)).document())))
                .build();
    }

    /// Executes an operation, on this thread as far as it gets without waiting.
    ///
    /// @param request with its document
    /// @param context what resolvers find in theirs
    CompletableFuture<ExecutionResult> execute(
            GraphQLRequest request, Documents.Chosen chosen, Map<String, Object> context) {
        SmallRyeContext asked = SmallRyeContextManager.fromInitialRequest(request.toJson());
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        Map<Object, Object> known = new HashMap<>(context);
        known.put(SmallRyeContextManager.CONTEXT, asked);
        known.put(Documents.Chosen.class, chosen);
        return engine.executeAsync(ExecutionInput.newExecutionInput(asked.getQuery())
                .executionId(ID)
                .operationName(request.operationName())
                .variables(asked.getVariables().orElse(Map.of()))
                .graphQLContext(known)
                .dataLoaderRegistry(batches.ofRequest())
                .locale(Locale.ENGLISH)
                .build());
    }
}
