package cn.onenetwork.edge;

import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.execution.ResultPath;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/// Operations whose results a test decides, instead of SmallRye.
final class Staged extends Operations {

    private final Queue<Operation> waiting = new ConcurrentLinkedQueue<>();
    private final Supplier<Publisher<ExecutionResult>> streams;

    /// Subscriptions become these streams; queries and mutations wait for [#answerAll].
    Staged(Supplier<Publisher<ExecutionResult>> streams) {
        super(null, null, null, null);
        this.streams = streams;
    }

    @Override
    Operation start(Gate.Admitted admitted, RoutingContext exchange, SecurityIdentity identity, Locale locale) {
        ManagedContext scopes = Arc.container().requestContext();
        scopes.activate();
        Operation operation = new Operation(admitted.kind(), Vertx.currentContext(), scopes, scopes.getState());
        scopes.deactivate();
        if (operation.isSubscription()) {
            operation.done(
                    ExecutionResult.newExecutionResult().data(streams.get()).build(), null);
        } else {
            waiting.add(operation);
        }
        return operation;
    }

    int waiting() {
        return waiting.size();
    }

    void answerAll() {
        waiting.forEach(operation -> operation.done(item("answer"), null));
    }

    static ExecutionResult item(Object value) {
        return ExecutionResult.newExecutionResult().data(Map.of("field", value)).build();
    }

    /// What SmallRye makes of a stream that fails: the item before once more, and the failure at the root.
    static ExecutionResult failed(Object before, Exception failure) {
        ResultPath root = ResultPath.rootPath().segment("field");
        return ExecutionResult.newExecutionResult()
                .data(Map.of("field", before))
                .errors(List.of(new ExceptionWhileDataFetching(root, failure, null)))
                .build();
    }
}
