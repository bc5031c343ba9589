package cn.onenetwork.operations;

import static cn.onenetwork.operations.ManifestRules.require;
import static cn.onenetwork.operations.Manifests.name;
import static cn.onenetwork.operations.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// That what one part is given suffices for what another takes.
final class CapacityRules {

    /// `quarkus.datasource.reactive.max-size`.
    private static final int POOL = 20;

    private CapacityRules() {}

    /// The pod is given the time that the service takes to end.
    static void drain(Manifests manifests, List<String> complaints) {
        manifests
                .of("Deployment")
                .filter(workload -> name(workload).equals("one-network"))
                .forEach(workload -> {
                    JsonNode pod = pod(workload).path("spec");
                    String settings =
                            pod.at("/containers/0/envFrom/0/configMapRef/name").asText();
                    JsonNode data = manifests.one("ConfigMap", settings).path("data");
                    int needed = pod.at("/containers/0/lifecycle/preStop/sleep/seconds")
                                    .asInt()
                            + seconds(data.path("QUARKUS_SHUTDOWN_DELAY"))
                            + seconds(data.path("QUARKUS_SHUTDOWN_TIMEOUT"));
                    int given = pod.path("terminationGracePeriodSeconds").asInt();
                    require(
                            given >= needed + 5,
                            workload,
                            "is killed after " + given + " s and needs " + needed,
                            complaints);
                });
    }

    private static int seconds(JsonNode duration) {
        return Integer.parseInt(duration.asText().replaceFirst("S$", ""));
    }

    /// All pods of a rollout, each with its pool, a connection that listens and one of JDBC, leave some to the
    /// database.
    static void connections(Manifests manifests, List<String> complaints) {
        int pods = manifests
                .of("HorizontalPodAutoscaler")
                .mapToInt(scaler -> scaler.at("/spec/maxReplicas").asInt())
                .sum();
        manifests.of("Cluster").forEach(cluster -> {
            int allowed =
                    cluster.at("/spec/postgresql/parameters/max_connections").asInt();
            int taken = (pods + 1) * (POOL + 2);
            require(
                    allowed >= taken + 10,
                    cluster,
                    "allows " + allowed + " connections, " + taken + " are taken",
                    complaints);
        });
    }
}
