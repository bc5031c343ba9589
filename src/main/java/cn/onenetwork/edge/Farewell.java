package cn.onenetwork.edge;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Lets go of clients while there is still time: from when the pod is not ready any more, each answer over
/// HTTP/1.1 says that it is the last on its connection. The next one the client opens is led to another pod.
///
/// Without it a client would find its connection closed at the very moment of its next request, and could not know
/// whether that was read.
@ApplicationScoped
class Farewell {

    /// Before everything else that may answer.
    private static final int FIRST = 1_000;

    private volatile boolean leaving;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void mount(@Observes Filters filters) {
        filters.register(this::tell, FIRST);
    }

    private void tell(RoutingContext exchange) {
        if (leaving && exchange.request().version() == HttpVersion.HTTP_1_1 && !isUpgrade(exchange)) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        exchange.next();
    }

    private static boolean isUpgrade(RoutingContext exchange) {
        return exchange.request().headers().contains(HttpHeaders.UPGRADE);
    }
}
