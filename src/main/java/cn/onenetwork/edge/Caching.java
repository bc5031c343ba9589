package cn.onenetwork.edge;

import cn.onenetwork.edge.Gate.Admitted;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/// Which answers others may keep for a while: those to a GET by hash, without errors, that nobody was logged in
/// for. They are the same for everybody, and their address is short. Any other answer is about somebody.
@ApplicationScoped
class Caching {

    private final long seconds;

    Caching(EdgeConfig config) {
        this.seconds = config.documents().cacheFor().toSeconds();
    }

    boolean isShared(GraphQLRequest request, Admitted admitted, RoutingContext exchange) {
        return seconds > 0
                && exchange.request().method().equals(HttpMethod.GET)
                && request.hash() != null
                && request.query() == null
                && !admitted.asker().isPerson();
    }

    /// Lets an answer be kept. Whoever logs in gets another one, hence `Vary`.
    void allow(Answer answer, RoutingContext exchange) {
        HttpServerResponse response = exchange.response();
        if (answer.errors().isEmpty() && !response.ended()) {
            response.putHeader("Cache-Control", "public, max-age=" + seconds);
            response.putHeader("Vary", "Accept, Accept-Language, Authorization, Cookie");
        }
    }
}
