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

    /// Whoever builds itself at its start, in a development cluster only.
    private static final Set<String> MAY_WRITE = Set.of("keycloak");

    private static final Map<String, BiConsumer<Manifests, List<String>>> RULES = Map.of(
            "images", ManifestRules::images,
            "closed", ManifestRules::closed,
            "resources", ManifestRules::resources,
            "probes", ManifestRules::probes,
            "secrets", ManifestRules::secrets,
            "references", ManifestRules::references,
            "ports", ManifestRules::ports,
            "drain", ManifestRules::drain,
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

    private static void closed(Manifests manifests, List<String> complaints) {
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

    private static void resources(Manifests manifests, List<String> complaints) {
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

    /// The pod is given the time that the service takes to end.
    private static void drain(Manifests manifests, List<String> complaints) {
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

    private static void require(boolean holds, JsonNode where, String complaint, List<String> complaints) {
        if (!holds) {
            complaints.add(where.has("kind") ? label(where) + " " + complaint : complaint);
        }
    }
}
