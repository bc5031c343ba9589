package cn.onenetwork.edge;

import cn.onenetwork.platform.ApiError;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.language.Field;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the events of streams for all subscribers that asked for the same in the same words: what one of them is
/// told, all are.
///
/// Each event is an execution of its own (ExecuteSubscriptionEvent, GraphQL specification 6.2.3.2), as of a query
/// whose only root field is already known.
final class Rendering {

    /// Key of the event in the context of an execution.
    static final Object EVENT = Rendering.class;

    /// Subscribers of a case are told at about the same time, those of other cases in between.
    private static final int REMEMBERED = 2_000;

    private final GraphQL engine;
    private final GraphQLRequest request;
    private final Documents.Chosen chosen;
    private final Locale locale;
    private final Map<Object, String> written = new Recent<>(REMEMBERED);

    Rendering(GraphQL engine, GraphQLRequest request, Documents.Chosen chosen, Locale locale) {
        this.engine = engine;
        this.request = request;
        this.chosen = chosen;
        this.locale = locale;
    }

    /// The result of selecting from an event, as JSON.
    ///
    /// @throws RuntimeException where it cannot be written
    synchronized String text(Object event) {
        @Nullable String known = written.get(event);
        if (known != null) {
            return known;
        }
        String text = Json.write(Answer.of(engine.execute(input(event)), locale).body())
                .toString();
        written.put(event, text);
        return text;
    }

    /// What is told where the stream fails.
    ApiError failure(Throwable failure) {
        ApiError told = ApiError.of(failure, locale);
        return chosen.operation().getSelectionSet().getSelectionsOfType(Field.class).stream()
                .findFirst()
                .map(root -> told.at(root.getSourceLocation(), root.getResultKey()))
                .orElse(told);
    }

    private ExecutionInput input(Object event) {
        SmallRyeContext asked = SmallRyeContextManager.fromInitialRequest(request.toJson());
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        Map<Object, Object> context = new HashMap<>();
        context.put(SmallRyeContextManager.CONTEXT, asked);
        context.put(EVENT, event);
        context.put(Renderings.CHOSEN, chosen);
        return ExecutionInput.newExecutionInput(asked.getQuery())
                .operationName(chosen.operation().getName())
                .variables(asked.getVariables().orElse(Map.of()))
                .graphQLContext(context)
                .locale(Locale.ENGLISH)
                .build();
    }
}
