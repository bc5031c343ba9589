package cn.onenetwork.edge;

import graphql.execution.SubscriptionExecutionStrategy;
import graphql.introspection.Introspection;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Hands operations to the engine, each in a request scope of its own that knows who is asking.
@ApplicationScoped
class Operations {

    private final EdgeConfig config;
    private final Engine engine;
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest exchanges;

    Operations(EdgeConfig config, Engine engine, CurrentIdentityAssociation identities, CurrentVertxRequest exchanges) {
        this.config = config;
        this.engine = engine;
        this.identities = identities;
        this.exchanges = exchanges;
    }

    /// Starts an operation. Call it on the Vert.x context the operation shall have: the duplicated one of an
    /// HTTP exchange, or a new one for each operation of a socket, so that no two ever share a request scope.
    ///
    /// @param exchange the request that asks, or that opened the socket
    Operation start(Gate.Admitted admitted, RoutingContext exchange, SecurityIdentity identity, Locale locale) {
        ManagedContext scopes = Arc.container().requestContext();
        if (!scopes.isActive()) {
            scopes.activate();
        }
        Operation operation = new Operation(admitted.kind(), Vertx.currentContext(), scopes, scopes.getState());
        operation
                .result()
                .onComplete(
                        OperationTrace.begin(admitted.kind(), admitted.request().operationName())::end);
        try {
            identities.setIdentity(identity);
            exchanges.setCurrent(exchange);
            operation.endWithin(config.deadline(), locale);
            var _ = engine.execute(admitted.request(), admitted.chosen(), engineContext(scopes))
                    .whenComplete(operation::done);
        } catch (RuntimeException failure) {
            operation.fail(failure);
        } finally {
            scopes.deactivate();
        }
        return operation;
    }

    /// What SmallRye's data fetchers and the engine look for in their context.
    private Map<String, Object> engineContext(ManagedContext scopes) {
        Map<String, Object> context = new HashMap<>();
        context.put("runBlocking", false);
        context.put("state", scopes.getState());
        context.put(SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED, true);
        context.put(Introspection.INTROSPECTION_DISABLED, !config.introspection());
        return context;
    }
}
