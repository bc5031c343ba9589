package cn.onenetwork.platform;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// A pod has started when the database has the tables of its version. Once they are there they stay: later nobody is
/// asked.
@Startup
@ApplicationScoped
class TablesStarted implements AsyncHealthCheck {

    private final MappedTables tables;
    private volatile boolean there;

    TablesStarted(MappedTables tables) {
        this.tables = tables;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return found().map(found ->
                HealthCheckResponse.named("tables").status(found).build());
    }

    private Uni<Boolean> found() {
        return there
                ? Uni.createFrom().item(true)
                : tables.read()
                        .ifNoItem()
                        .after(Dependencies.LIMIT)
                        .fail()
                        .invoke(() -> there = true)
                        .replaceWith(true)
                        .onFailure()
                        .recoverWithItem(false);
    }
}
