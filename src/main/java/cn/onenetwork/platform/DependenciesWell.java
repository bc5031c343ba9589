package cn.onenetwork.platform;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/// How everything is that the service asks: `/q/health/well`, for people and monitors. No probe of a pod looks here:
/// without storage or scanner uploads wait and cases go on, and another pod would do no better.
@Wellness
@ApplicationScoped
class DependenciesWell implements AsyncHealthCheck {

    private final Dependencies dependencies;

    DependenciesWell(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return dependencies.look().map(DependenciesWell::told);
    }

    private static HealthCheckResponse told(Map<String, Boolean> found) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("dependencies")
                .status(found.values().stream().allMatch(Boolean::booleanValue));
        found.forEach(answer::withData);
        return answer.build();
    }
}
