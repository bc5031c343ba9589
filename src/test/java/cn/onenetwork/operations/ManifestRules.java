package cn.onenetwork.operations;

import static cn.onenetwork.operations.Manifests.containers;
import static cn.onenetwork.operations.Manifests.elements;
import static cn.onenetwork.operations.Manifests.label;
import static cn.onenetwork.operations.Manifests.name;
import static cn.onenetwork.operations.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the house asks of manifests beyond their types. Each rule adds a sentence for what breaks it.
final class ManifestRules {

    private static final Pattern PINNED =
            Pattern.compile("[^:@]+(:\\d+)?[^:@]*(:(?!latest)[\\w.-]*\\d[\\w.-]*|@sha256:[0-9a-f]{64})");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|secret|token|credential|_key).*");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\(\\w+\\)|.*/[\\w.-]+\\.crt");

    /// The paths that SmallRye Health serves.
    private static final Set<String> PROBES = Set.of("/q/health/started", "/q/health/live", "/q/health/ready");

    private static final Map<String, BiConsumer<Manifests, List<String>>> RULES = Map.of(
            "images", ManifestRules::images,
            "closed", PodRules::closed,
            "resources", PodRules::resources,
            "probes", ManifestRules::probes,
            "secrets", ManifestRules::secrets,
            "references", ManifestRules::references,
            "ports", ManifestRules::ports,
            "drain", CapacityRules::drain,
            "connections", CapacityRules::connections,
            "silence", ManifestRules::silence);

    private ManifestRules() {}

    static List<String> broken(Manifests manifests) {
        List<String> complaints = new ArrayList<>();
        RULES.values().forEach(rule -> rule.accept(manifests, complaints));
        return complaints.stream().distinct().sorted().toList();
    }

    private static void images(Manifests manifests, List<String> complaints) {
        Stream<String> ours = manifests
                .workloads()
                .flatMap(workload -> containers(workload).stream())
                .map(container -> container.path("image").asText());
        Stream<String> theirs = manifests
                .of("Cluster")
                .map(cluster -> cluster.at("/spec/imageName").asText());
        Stream.concat(ours, theirs)
                .filter(image -> !PINNED.matcher(image).matches())
                .forEach(image -> complaints.add("the image '" + image + "' has no version of its own"));
    }

    private static void probes(Manifests manifests, List<String> complaints) {
        manifests
                .of("Deployment")
                .forEach(workload -> elements(pod(workload).at("/spec/containers")).stream()
                        .filter(container -> container.has("ports"))
                        .forEach(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                                .forEach(probe -> {
                                    require(container.has(probe), workload, "has no " + probe, complaints);
                                    if (name(workload).equals("one-network")) {
                                        String path = container
                                                .path(probe)
                                                .at("/httpGet/path")
                                                .asText();
                                        require(PROBES.contains(path), workload, "probes " + path, complaints);
                                    }
                                })));
    }

    private static void secrets(Manifests manifests, List<String> complaints) {
        manifests.of("Secret").forEach(secret -> complaints.add(label(secret) + " stands in the manifests"));
        manifests
                .of("ConfigMap")
                .forEach(map -> map.path("data")
                        .properties()
                        .forEach(entry -> require(
                                !SECRET_NAME.matcher(entry.getKey()).matches() || isHarmless(entry.getValue()),
                                map,
                                "holds " + entry.getKey(),
                                complaints)));
        manifests
                .workloads()
                .forEach(workload -> containers(workload).stream()
                        .flatMap(container -> elements(container.path("env")).stream())
                        .filter(variable -> variable.has("value"))
                        .forEach(variable -> require(
                                !SECRET_NAME
                                                .matcher(variable.path("name").asText())
                                                .matches()
                                        || isHarmless(variable.path("value")),
                                workload,
                                "holds " + variable.path("name").asText(),
                                complaints)));
    }

    private static boolean isHarmless(JsonNode value) {
        return REFERENCE.matcher(value.asText()).matches();
    }

    /// Every Secret that is read is made by an ExternalSecret or an operator, every ConfigMap is there or of an
    /// operator.
    private static void references(Manifests manifests, List<String> complaints) {
        manifests.workloads().flatMap(Manifests::objects).forEach(object -> {
            String secret = object.at("/secretKeyRef/name")
                    .asText(object.at("/secret/secretName").asText());
            require(
                    secret.isEmpty() || ManifestReferences.hasSecret(manifests, secret),
                    object,
                    "nobody makes the secret " + secret,
                    complaints);
            String map = object.at("/configMapKeyRef/name")
                    .asText(object.at("/configMap/name").asText());
            require(
                    map.isEmpty() || ManifestReferences.hasConfigMap(manifests, map),
                    object,
                    "nobody makes the settings " + map,
                    complaints);
        });
    }

    private static void ports(Manifests manifests, List<String> complaints) {
        manifests
                .of("Service")
                .forEach(service -> elements(service.at("/spec/ports"))
                        .forEach(port -> require(
                                manifests
                                        .workloads()
                                        .filter(workload ->
                                                ManifestReferences.selects(service.at("/spec/selector"), workload))
                                        .flatMap(workload -> containers(workload).stream())
                                        .flatMap(container -> elements(container.path("ports")).stream())
                                        .anyMatch(open -> open.path("name").equals(port.path("targetPort"))),
                                service,
                                "leads to a port that nobody opens: "
                                        + port.path("targetPort").asText(),
                                complaints)));
        ManifestReferences.routes(manifests)
                .filter(route -> !ManifestReferences.isServed(manifests, route))
                .forEach(route -> complaints.add("a route leads to " + route + ", which no Service has"));
    }

    /// Nothing is reachable that no policy names.
    private static void silence(Manifests manifests, List<String> complaints) {
        if (!manifests.has(
                "NetworkPolicy",
                policy -> policy.at("/spec/podSelector").isEmpty()
                        && policy.at("/spec/policyTypes").size() == 2
                        && !policy.path("spec").has("ingress")
                        && !policy.path("spec").has("egress"))) {
            complaints.add("no policy keeps everything closed");
        }
    }

    static void require(boolean holds, JsonNode where, String complaint, List<String> complaints) {
        if (!holds) {
            complaints.add(where.has("kind") ? label(where) + " " + complaint : complaint);
        }
    }
}
