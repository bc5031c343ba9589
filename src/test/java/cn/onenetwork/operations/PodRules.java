package cn.onenetwork.operations;

import static cn.onenetwork.operations.ManifestRules.require;
import static cn.onenetwork.operations.Manifests.containers;
import static cn.onenetwork.operations.Manifests.elements;
import static cn.onenetwork.operations.Manifests.label;
import static cn.onenetwork.operations.Manifests.name;
import static cn.onenetwork.operations.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// That pods can do little, and say what they need.
final class PodRules {

    /// Whoever builds itself at its start, in a development cluster only.
    private static final Set<String> MAY_WRITE = Set.of("keycloak");

    private PodRules() {}

    static void closed(Manifests manifests, List<String> complaints) {
        manifests.workloads().forEach(workload -> {
            JsonNode pod = pod(workload).path("spec");
            require(pod.at("/securityContext/runAsNonRoot").asBoolean(), workload, "may run as root", complaints);
            require(
                    pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                    workload,
                    "has no seccomp profile",
                    complaints);
            require(
                    pod.path("automountServiceAccountToken").isBoolean()
                            && !pod.path("automountServiceAccountToken").asBoolean(),
                    workload,
                    "is given a token of Kubernetes",
                    complaints);
            containers(workload).forEach(container -> closed(workload, container.path("securityContext"), complaints));
        });
    }

    private static void closed(JsonNode workload, JsonNode context, List<String> complaints) {
        require(
                context.path("readOnlyRootFilesystem").asBoolean() || MAY_WRITE.contains(name(workload)),
                workload,
                "may write to its image",
                complaints);
        require(!context.path("allowPrivilegeEscalation").asBoolean(true), workload, "may gain privileges", complaints);
        require(
                context.at("/capabilities/drop/0").asText().equals("ALL")
                        && context.at("/capabilities/add").isEmpty(),
                workload,
                "has capabilities",
                complaints);
    }

    static void resources(Manifests manifests, List<String> complaints) {
        manifests.workloads().forEach(workload -> {
            containers(workload)
                    .forEach(container -> Stream.of("/requests/cpu", "/requests/memory", "/limits/memory")
                            .filter(path -> container.path("resources").at(path).isMissingNode())
                            .forEach(path ->
                                    complaints.add(label(workload) + " does not say its " + path.substring(1))));
            elements(pod(workload).at("/spec/volumes")).stream()
                    .filter(volume -> volume.has("emptyDir"))
                    .forEach(volume -> require(
                            volume.at("/emptyDir").has("sizeLimit"),
                            workload,
                            "has a folder without a limit: "
                                    + volume.path("name").asText(),
                            complaints));
        });
    }
}
