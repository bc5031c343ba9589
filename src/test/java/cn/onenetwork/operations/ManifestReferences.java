package cn.onenetwork.operations;

import static cn.onenetwork.operations.Manifests.elements;
import static cn.onenetwork.operations.Manifests.name;
import static cn.onenetwork.operations.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/// What one manifest takes another to offer.
final class ManifestReferences {

    private ManifestReferences() {}

    /// A Service and one of its ports, by name or number.
    record Route(String service, String port) {}

    /// Made by an ExternalSecret, by the claim of a bucket, by CloudNativePG (`<cluster>-ca`) or by Strimzi
    /// (`<cluster>-cluster-ca-cert`, and one for each user).
    static boolean hasSecret(Manifests manifests, String secret) {
        return manifests.has(
                        "ExternalSecret",
                        made -> made.at("/spec/target/name").asText().equals(secret))
                || manifests.has("ObjectBucketClaim", claim -> name(claim).equals(secret))
                || manifests.has("Cluster", cluster -> secret.equals(name(cluster) + "-ca"))
                || manifests.has("Kafka", kafka -> secret.equals(name(kafka) + "-cluster-ca-cert"))
                || manifests.has("KafkaUser", user -> secret.equals(name(user)));
    }

    static boolean hasConfigMap(Manifests manifests, String map) {
        return manifests.has("ConfigMap", made -> name(made).equals(map))
                || manifests.has("ObjectBucketClaim", claim -> name(claim).equals(map));
    }

    static boolean selects(JsonNode selector, JsonNode workload) {
        JsonNode labels = pod(workload).at("/metadata/labels");
        return selector.properties().stream()
                .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
    }

    /// Where Ingresses and HTTPRoutes lead.
    static Stream<Route> routes(Manifests manifests) {
        Stream<Route> ingresses = manifests
                .of("Ingress")
                .flatMap(Manifests::objects)
                .filter(object -> object.has("service"))
                .map(object -> object.path("service"))
                .map(service -> new Route(
                        service.path("name").asText(),
                        elements(service.path("port")).getFirst().asText()));
        Stream<Route> gateways = manifests
                .of("HTTPRoute")
                .flatMap(Manifests::objects)
                .flatMap(object -> elements(object.path("backendRefs")).stream())
                .map(backend -> new Route(
                        backend.path("name").asText(), backend.path("port").asText()));
        return Stream.concat(ingresses, gateways);
    }

    static boolean isServed(Manifests manifests, Route route) {
        return manifests.has(
                "Service",
                service -> name(service).equals(route.service())
                        && elements(service.at("/spec/ports")).stream()
                                .anyMatch(port -> port.path("name").asText().equals(route.port())
                                        || port.path("port").asText().equals(route.port())));
    }
}
