package cn.onenetwork.catalogue;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// A pod has started when there are items to serve; one that is told not to fill an empty catalogue may start without.
@Startup
@ApplicationScoped
class CatalogueStarted implements AsyncHealthCheck {

    private final CatalogueSettings settings;
    private final LoadingCatalogue loading;
    private volatile boolean filled;

    CatalogueStarted(CatalogueSettings settings, LoadingCatalogue loading) {
        this.settings = settings;
        this.loading = loading;
        this.filled = !settings.loadOnEmpty();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return found().map(found ->
                HealthCheckResponse.named("catalogue").status(found).build());
    }

    private Uni<Boolean> found() {
        return filled
                ? Uni.createFrom().item(true)
                : loading.filled().invoke(found -> filled = found).onFailure().recoverWithItem(false);
    }
}
