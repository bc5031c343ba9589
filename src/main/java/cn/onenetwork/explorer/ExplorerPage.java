package cn.onenetwork.explorer;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Lays the files of `explorer` over those of the GraphiQL that Quarkus serves. What is not among them,
/// GraphiQL itself, comes from there.
@IfBuildProfile("dev")
@ApplicationScoped
class ExplorerPage {

    /// Before the routes of Quarkus, which have no order of their own; after its authentication, which is far
    /// below.
    private static final int FIRST = -1;

    void serve(@Observes Router router) {
        router.route("/q/graphql-ui/*")
                .order(FIRST)
                // Not cached: a file that is edited shows at the next reload of the page.
                .handler(StaticHandler.create("explorer").setCachingEnabled(false));
    }
}
