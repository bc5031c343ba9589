package cn.onenetwork.edge;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// Puts the edge where SmallRye's own handlers were.
///
/// They are taken out rather than overtaken, so that no request can ever reach them. The explorer, which learns
/// its address from the same setting, and the SDL at `/graphql/schema.graphql` stay as they are.
@ApplicationScoped
class Mounting {

    private static final String PATH = "/graphql";

    private final EdgeConfig config;
    private final Sockets sockets;
    private final HttpEndpoint http;

    Mounting(EdgeConfig config, Sockets sockets, HttpEndpoint http) {
        this.config = config;
        this.sockets = sockets;
        this.http = http;
    }

    void mount(@Observes Router router) {
        List<Route> stock = router.getRoutes().stream()
                .filter(route -> PATH.equals(route.getPath()))
                .toList();
        if (stock.isEmpty()) {
            throw new IllegalStateException("SmallRye's handlers are not where they are expected: " + PATH);
        }
        stock.forEach(Route::remove);
        router.route(PATH).handler(sockets::upgrade);
        router.route(PATH).handler(http::admit);
        router.route(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(config.maxBody().asLongValue()));
        router.route(PATH).handler(http::serve).failureHandler(http::explain);
    }
}
