package cn.onenetwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StartUpTest {

    private static final String KEY = "aes-256-gcm:" + Base64.getEncoder().encodeToString(new byte[32]);

    private static final Map<String, String> COMPLETE = Map.ofEntries(
            Map.entry("quarkus.datasource.reactive.url", "postgresql://database.example/one_network"),
            Map.entry("quarkus.datasource.jdbc.url", "jdbc:postgresql://database.example/one_network"),
            Map.entry("quarkus.datasource.username", "serving"),
            Map.entry("quarkus.datasource.password", "secret"),
            Map.entry("quarkus.oidc.auth-server-url", "https://identity.example"),
            Map.entry("one-network.documents.scanner", "none"),
            Map.entry("one-network.documents.download.ticket-key", "secret, too"),
            Map.entry("one-network.privacy.access-log.spool", "/var/lib/one-network/access-log"),
            Map.entry("one-network.documents.storage.folder", "/var/lib/one-network"),
            Map.entry("one-network.crypto.active", "first"),
            Map.entry("one-network.crypto.keys.first", KEY),
            Map.entry("one-network.crypto.hash-keys", Base64.getEncoder().encodeToString(new byte[32])),
            Map.entry("one-network.identity.staff-directory", "https://staff.example"));

    @Test
    void a_complete_configuration_starts() {
        assertThat(RequiredSettings.complaint(config(COMPLETE))).isEmpty();
    }

    @Test
    void who_names_an_endpoint_traces_and_nobody_else_does() {
        Map<String, String> on = Map.of("one-network.telemetry.traces-off", "false");

        assertThat(Tracing.settings(config(COMPLETE))).isEmpty();
        assertThat(Tracing.settings(config(with("quarkus.otel.exporter.otlp.endpoint", ""))))
                .isEmpty();
        assertThat(Tracing.settings(config(with("quarkus.otel.exporter.otlp.endpoint", "http://collector:4317"))))
                .isEqualTo(on);
        assertThat(Tracing.settings(
                        config(with("quarkus.otel.exporter.otlp.traces.endpoint", "http://collector:4317"))))
                .isEqualTo(on);
        Config presets = new SmallRyeConfigBuilder()
                .withDefaultValue("quarkus.otel.exporter.otlp.endpoint", "http://localhost:4317/")
                .build();
        assertThat(Tracing.settings(presets)).as("a default names nobody").isEmpty();
    }

    @Test
    void every_missing_setting_is_named_in_one_line_as_the_operator_writes_it() {
        assertThat(RequiredSettings.complaint(config(Map.of())))
                .contains("One Network cannot start, these settings are missing: QUARKUS_DATASOURCE_REACTIVE_URL, "
                        + "QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME, QUARKUS_DATASOURCE_PASSWORD, "
                        + "QUARKUS_OIDC_AUTH_SERVER_URL, ONE_NETWORK_DOCUMENTS_SCANNER, "
                        + "ONE_NETWORK_DOCUMENTS_DOWNLOAD_TICKET_KEY, ONE_NETWORK_PRIVACY_ACCESS_LOG_SPOOL, "
                        + "ONE_NETWORK_DOCUMENTS_STORAGE_FOLDER, ONE_NETWORK_IDENTITY_STAFF_DIRECTORY, "
                        + "ONE_NETWORK_CRYPTO_ACTIVE, ONE_NETWORK_CRYPTO_HASH_KEYS");
    }

    @Test
    void the_staff_directory_is_needed_where_the_province_does_not_vouch_for_staff() {
        Map<String, String> one = with("one-network.identity.issuers.province.vouches-for", "PERSON,LEGAL_PERSON");
        one.remove("one-network.identity.staff-directory");

        assertThat(RequiredSettings.complaint(config(one)))
                .contains("One Network cannot start, these settings are missing: ONE_NETWORK_IDENTITY_STAFF_DIRECTORY");
        one.put("one-network.identity.issuers.province.vouches-for", "PERSON,LEGAL_PERSON,STAFF");
        assertThat(RequiredSettings.complaint(config(one))).isEmpty();
    }

    @Test
    void nobody_is_assumed_to_scan_uploaded_files() {
        assertThat(RequiredSettings.complaint(config(with("one-network.documents.scanner", ""))))
                .contains("One Network cannot start, these settings are missing: ONE_NETWORK_DOCUMENTS_SCANNER");
        assertThat(RequiredSettings.complaint(config(with("one-network.documents.scanner", "clamd"))))
                .contains("One Network cannot start, these settings are missing: ONE_NETWORK_DOCUMENTS_CLAMD_ADDRESS");
    }

    @Test
    void an_empty_setting_is_missing() {
        assertThat(RequiredSettings.complaint(config(with("quarkus.datasource.password", ""))))
                .contains("One Network cannot start, these settings are missing: QUARKUS_DATASOURCE_PASSWORD");
    }

    @Test
    void the_owner_of_the_schema_is_needed_only_where_the_service_migrates() {
        assertThat(RequiredSettings.complaint(config(with("quarkus.flyway.migrate-at-start", "false"))))
                .isEmpty();
        assertThat(RequiredSettings.complaint(config(with("quarkus.flyway.migrate-at-start", "true"))))
                .contains("One Network cannot start, these settings are missing: QUARKUS_FLYWAY_USERNAME, "
                        + "QUARKUS_FLYWAY_PASSWORD");
    }

    @Test
    void object_storage_needs_a_bucket_and_no_folder() {
        Map<String, String> objects = with("one-network.documents.storage.kind", "s3");
        objects.remove("one-network.documents.storage.folder");

        assertThat(RequiredSettings.complaint(config(objects)))
                .contains("One Network cannot start, these settings are missing: "
                        + "ONE_NETWORK_DOCUMENTS_STORAGE_S3_BUCKET");
        objects.put("one-network.documents.storage.s3.bucket", "documents");
        assertThat(RequiredSettings.complaint(config(objects))).isEmpty();
    }

    @Test
    void brokers_are_needed_only_where_they_are_the_bus() {
        assertThat(RequiredSettings.complaint(config(with("one-network.progress.bus", "postgres"))))
                .isEmpty();
        assertThat(RequiredSettings.complaint(config(with("one-network.progress.bus", "kafka"))))
                .contains("One Network cannot start, these settings are missing: "
                        + "ONE_NETWORK_PROGRESS_KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void the_key_that_seals_is_needed() {
        assertThat(RequiredSettings.complaint(config(with("one-network.crypto.active", "second"))))
                .contains("One Network cannot start, these settings are missing: ONE_NETWORK_CRYPTO_KEYS_SECOND");
    }

    @Test
    void a_key_that_is_none_stops_the_start_in_one_line_that_does_not_repeat_it() {
        assertThat(started(with("one-network.crypto.keys.first", "aes-256-gcm:c2hvcnQgc2VjcmV0")))
                .contains("One Network cannot start, one-network.crypto.keys.first has 12 bytes, "
                        + "aes-256-gcm needs 32");
        assertThat(started(with("one-network.crypto.keys.old", "no secret in Base64")))
                .contains("One Network cannot start, one-network.crypto.keys.old does not begin with an algorithm "
                        + "and a colon: aes-256-gcm, sm4-gcm");
        assertThat(started(with("one-network.crypto.hash-keys", "c2hvcnQgc2VjcmV0")))
                .contains("One Network cannot start, a key of one-network.crypto.hash-keys has 12 bytes, "
                        + "at least 32 are needed");
    }

    @Test
    void a_key_may_come_from_the_environment() {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.remove("one-network.crypto.keys.first");
        var environment = new EnvConfigSource(Map.of("ONE_NETWORK_CRYPTO_KEYS_FIRST", KEY), 300);

        assertThat(new StartUp(LaunchMode.NORMAL).prepare(() -> config(settings, environment)))
                .isEmpty();
    }

    private static Optional<String> started(Map<String, String> settings) {
        return new StartUp(LaunchMode.NORMAL).prepare(() -> config(settings));
    }

    @Test
    void half_a_configuration_is_never_completed_by_an_embedded_service() {
        Map<String, String> half = new HashMap<>(COMPLETE);
        half.remove("quarkus.datasource.username");

        assertThat(new StartUp(LaunchMode.NORMAL).prepare(() -> config(half)))
                .contains("One Network cannot start, these settings are missing: QUARKUS_DATASOURCE_USERNAME");
    }

    @Test
    void a_process_that_only_migrates_needs_the_owner_and_nothing_of_the_service() {
        assertThat(RequiredSettings.complaint(config(Map.of("one-network.migrate-only", "true"))))
                .contains("One Network cannot start, these settings are missing: QUARKUS_DATASOURCE_JDBC_URL, "
                        + "QUARKUS_FLYWAY_USERNAME, QUARKUS_FLYWAY_PASSWORD");
        assertThat(RequiredSettings.complaint(config(Map.of(
                        "one-network.migrate-only", "true",
                        "quarkus.datasource.jdbc.url", "jdbc:postgresql://database.example/one_network",
                        "quarkus.flyway.username", "owner",
                        "quarkus.flyway.password", "secret"))))
                .isEmpty();
    }

    @Test
    void tests_bring_their_own_services() {
        assertThat(new StartUp(LaunchMode.TEST).prepare(() -> config(Map.of()))).isEmpty();
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put(key, value);
        return settings;
    }

    private static Config config(Map<String, String> settings, ConfigSource... others) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withSources(others)
                .build();
    }
}
