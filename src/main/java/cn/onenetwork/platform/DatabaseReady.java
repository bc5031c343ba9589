package cn.onenetwork.platform;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Without the database nothing can be answered: a pod that cannot borrow a connection in time is not ready. Nothing
/// else makes it so.
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {

    private final DatabaseDependency database;

    DatabaseReady(DatabaseDependency database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Dependencies.answers(database)
                .map(there ->
                        HealthCheckResponse.named(database.name()).status(there).build());
    }
}
