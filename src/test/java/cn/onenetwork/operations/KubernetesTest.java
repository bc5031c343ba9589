package cn.onenetwork.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.StartFromEnvironment;
import cn.onenetwork.operations.Kustomize.Rendered;
import cn.onenetwork.progress.ProgressConfig;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `k8s` is rendered as a deployment would, and held against the types of Kubernetes and our own rules.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KubernetesTest {

    /// What the service may be told by other names: variables that others refer to.
    private static final Set<String> STEPS = Set.of("BUCKET_HOST", "BUCKET_PORT");

    private static Kustomize kustomize;
    private static Map<String, Rendered> rendered;

    @BeforeAll
    static void render() throws Exception {
        kustomize = Kustomize.installed();
        Map<String, Path> kustomizations = new TreeMap<>();
        kustomizations.put("dev", Path.of("k8s/overlays/dev"));
        kustomizations.put("prod", Path.of("k8s/overlays/prod"));
        kustomizations.put("kafka", with("kafka"));
        rendered = kustomize.render(kustomizations);
    }

    /// Production with one more component.
    private static Path with(String component) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/kubernetes/with-" + component));
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                  - ../../../k8s/overlays/prod
                components:
                  - ../../../k8s/components/%s
                """.formatted(component));
        return folder;
    }

    @ParameterizedTest
    @CsvSource({
        "dev, 'ObjectStore/one-network-backups,ObjectBucketClaim/one-network-documents'",
        "prod, 'ObjectStore/one-network-backups'",
        "kafka, 'ObjectStore/one-network-backups,KafkaNodePool/brokers,Kafka/one-network,"
                + "KafkaTopic/one-network.case-events.v1,KafkaUser/one-network-events'"
    })
    void every_manifest_is_of_its_type(String overlay, String untyped) {
        assertThat(of(overlay).manifests().all()).hasSizeGreaterThan(20);
        assertThat(of(overlay).complaints()).isEmpty();
        assertThat(of(overlay).untyped()).containsExactlyInAnyOrder(untyped.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "kafka"})
    void every_manifest_keeps_to_the_rules_of_the_house(String overlay) {
        assertThat(ManifestRules.broken(of(overlay).manifests())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "kafka"})
    void every_variable_is_one_that_the_service_reads(String overlay) throws Exception {
        Set<String> known = KnownSettings.all();
        Manifests manifests = of(overlay).manifests();

        List<String> unknown = manifests
                .ours()
                .flatMap(workload -> Manifests.containers(workload).stream())
                .flatMap(container -> manifests.environment(container).keySet().stream())
                .filter(name -> !known.contains(name) && !STEPS.contains(name))
                .filter(name -> !name.startsWith("ONE_NETWORK_PROGRESS_KAFKA_CLIENT__"))
                .filter(name -> !name.startsWith("ONE_NETWORK_CRYPTO_KEYS_"))
                .toList();

        assertThat(unknown).isEmpty();
        assertThat(known).hasSizeGreaterThan(300).doesNotContain("QUARKUS_DATASOURCE_DB_KIND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "kafka"})
    void nothing_is_missing_that_the_service_does_not_start_without(String overlay) {
        Manifests manifests = of(overlay).manifests();

        Map<String, String> serving = manifests.variables(manifests.one("Deployment", "one-network"));
        assertThat(StartFromEnvironment.complaint(serving)).isEmpty();
        assertThat(StartFromEnvironment.complaint(manifests.variables(manifests.one("Job", "one-network-migration"))))
                .isEmpty();
        serving.remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        assertThat(StartFromEnvironment.complaint(serving)).isPresent();
    }

    @Test
    void the_clients_of_kafka_are_told_by_the_names_of_kafka() {
        Manifests manifests = of("kafka").manifests();

        assertThat(StartFromEnvironment.read(
                                manifests.variables(manifests.one("Deployment", "one-network")), ProgressConfig.class)
                        .kafka()
                        .client())
                .containsOnlyKeys(
                        "security.protocol",
                        "sasl.mechanism",
                        "sasl.jaas.config",
                        "ssl.truststore.type",
                        "ssl.truststore.location")
                .containsEntry("security.protocol", "SASL_SSL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void only_the_migration_knows_the_owner_of_the_schema(String overlay) {
        Manifests manifests = of(overlay).manifests();

        assertThat(readers(manifests, "one-network-database-owner")).containsExactly("one-network-migration");
        assertThat(readers(manifests, "one-network-tickets")).containsExactly("one-network");
    }

    private static Set<String> readers(Manifests manifests, String secret) {
        Set<String> readers = new HashSet<>();
        manifests
                .workloads()
                .filter(workload -> Manifests.objects(workload)
                        .anyMatch(object ->
                                object.at("/secretKeyRef/name").asText().equals(secret)))
                .map(Manifests::name)
                .forEach(readers::add);
        return readers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void only_what_clients_need_is_routed(String overlay) {
        List<String> paths = of(overlay).manifests().all().stream()
                .filter(manifest -> Set.of("Ingress", "HTTPRoute")
                        .contains(manifest.path("kind").asText()))
                .flatMap(Manifests::objects)
                .map(object -> object.path("path"))
                .map(path -> path.isObject() ? path.path("value") : path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();

        assertThat(paths).containsExactlyInAnyOrder("/graphql", "/uploads", "/documents", "/me/export");
    }

    @Test
    void a_wrong_manifest_is_noticed_by_its_type() throws Exception {
        Rendered wrong = kustomize.check("wrong", Files.readString(Path.of("src/test/kubernetes/wrong.yaml")));

        assertThat(wrong.complaints())
                .anyMatch(line -> line.startsWith("Deployment/wrong:") && line.contains("imagee"))
                .anyMatch(line -> line.startsWith("Service/wrong:") && line.contains("number"))
                .anyMatch(line -> line.startsWith("HTTPRoute/wrong:") && line.contains("pattern"))
                .anyMatch(line -> line.startsWith("Cluster/wrong:") && line.contains("allowed values"));
    }

    @Test
    void a_wrong_manifest_is_noticed_by_our_rules() throws Exception {
        Rendered wrong = kustomize.check("careless", Files.readString(Path.of("src/test/kubernetes/careless.yaml")));

        assertThat(wrong.complaints()).isEmpty();
        assertThat(ManifestRules.broken(wrong.manifests()))
                .containsExactly(
                        "Cluster/database allows 30 connections, 22 are taken",
                        "ConfigMap/settings holds QUARKUS_DATASOURCE_PASSWORD",
                        "Deployment/one-network does not say its limits/memory",
                        "Deployment/one-network does not say its requests/cpu",
                        "Deployment/one-network does not say its requests/memory",
                        "Deployment/one-network has a folder without a limit: temporary",
                        "Deployment/one-network has capabilities",
                        "Deployment/one-network has no seccomp profile",
                        "Deployment/one-network has no startupProbe",
                        "Deployment/one-network is given a token of Kubernetes",
                        "Deployment/one-network is killed after 30 s and needs 45",
                        "Deployment/one-network may gain privileges",
                        "Deployment/one-network may run as root",
                        "Deployment/one-network may write to its image",
                        "Deployment/one-network probes ",
                        "Deployment/one-network probes /health",
                        "Secret/password stands in the manifests",
                        "Service/one-network leads to a port that nobody opens: web",
                        "a route leads to Route[service=one-network, port=81], which no Service has",
                        "no policy keeps everything closed",
                        "nobody makes the secret nowhere",
                        "nobody makes the settings nothing",
                        "the image 'one-network:latest' has no version of its own");
        assertThat(KnownSettings.all()).doesNotContain("ONE_NETWORK_DOCUMENTS_SCANER");
    }

    private static Rendered of(String overlay) {
        return rendered.get(overlay);
    }
}
