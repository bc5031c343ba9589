package cn.onenetwork.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Rendered manifests, and the ways in which rules look at them.
record Manifests(List<JsonNode> all) {

    static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    static List<String> texts(JsonNode list) {
        return elements(list).stream().map(JsonNode::asText).toList();
    }

    static String name(JsonNode manifest) {
        return manifest.path("metadata").path("name").asText();
    }

    static String label(JsonNode manifest) {
        return manifest.path("kind").asText() + "/" + name(manifest);
    }

    Stream<JsonNode> of(String kind) {
        return all.stream().filter(manifest -> manifest.path("kind").asText().equals(kind));
    }

    JsonNode one(String kind, String name) {
        return of(kind).filter(manifest -> name(manifest).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + "/" + name));
    }

    /// Whatever makes pods, of our own writing.
    Stream<JsonNode> workloads() {
        return Stream.of("Deployment", "Job", "StatefulSet", "DaemonSet").flatMap(this::of);
    }

    static JsonNode pod(JsonNode workload) {
        return workload.path("spec").path("template");
    }

    /// Those of the service itself: they read our settings.
    Stream<JsonNode> ours() {
        return workloads().filter(workload -> name(workload).startsWith("one-network"));
    }

    /// All containers of a workload, those that run before it as well.
    static List<JsonNode> containers(JsonNode workload) {
        JsonNode pod = pod(workload).path("spec");
        List<JsonNode> containers = elements(pod.path("initContainers"));
        containers.addAll(elements(pod.path("containers")));
        return containers;
    }

    /// The variables of all containers of a workload.
    Map<String, String> variables(JsonNode workload) {
        Map<String, String> variables = new TreeMap<>();
        containers(workload).forEach(container -> variables.putAll(environment(container)));
        return variables;
    }

    /// The settings that a container reads as a whole, and those that it is given one by one. What stands elsewhere
    /// counts as given.
    Map<String, String> environment(JsonNode container) {
        Map<String, String> variables = new TreeMap<>();
        elements(container.path("envFrom")).stream()
                .map(source -> one("ConfigMap", source.at("/configMapRef/name").asText()))
                .flatMap(map -> map.path("data").properties().stream())
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        elements(container.path("env"))
                .forEach(variable -> variables.put(
                        variable.path("name").asText(), variable.path("value").asText("given")));
        return variables;
    }

    /// Every object in the tree below.
    static Stream<JsonNode> objects(JsonNode tree) {
        Stream<JsonNode> below =
                Stream.of(tree).flatMap(node -> elements(node).stream()).flatMap(Manifests::objects);
        return tree.isObject() ? Stream.concat(Stream.of(tree), below) : below;
    }

    boolean has(String kind, Predicate<JsonNode> which) {
        return of(kind).anyMatch(which);
    }
}
