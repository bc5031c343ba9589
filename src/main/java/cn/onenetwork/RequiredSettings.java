package cn.onenetwork;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// The settings without which the service must not start.
///
/// Quarkus would start without most of them: a datasource without an address is switched off, and the first
/// request fails. A service for citizens has to say so before it takes traffic.
final class RequiredSettings {

    /// `none` is an answer too, but somebody has to give it: see `cn.onenetwork.documents.scanner`.
    private static final String SCANNER = "one-network.documents.scanner";

    private static final List<String> ALWAYS = List.of(
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.oidc.auth-server-url",
            SCANNER,
            "one-network.documents.download.ticket-key",
            "one-network.privacy.access-log.spool");

    /// The owner of the schema. Not needed where the migration runs elsewhere: then no pod holds its password.
    private static final List<String> TO_MIGRATE = List.of("quarkus.flyway.username", "quarkus.flyway.password");

    /// Without them no personal data could be kept; a key that nobody chose would protect nothing.
    private static final List<String> TO_SEAL = List.of("one-network.crypto.active", "one-network.crypto.hash-keys");

    private static final List<String> TO_SCAN = List.of("one-network.documents.clamd.address");

    /// Whose word is taken for members of staff, where it is not that of the province.
    static final String STAFF_DIRECTORY = "one-network.identity.staff-directory";

    private static final String STORAGE = "one-network.documents.storage.";

    private RequiredSettings() {}

    /// One line that names every missing setting as an environment variable; empty where nothing is missing.
    static Optional<String> complaint(Config config) {
        List<String> missing = missing(config);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("One Network cannot start, these settings are missing: " + String.join(", ", missing));
    }

    private static List<String> missing(Config config) {
        List<String> required = MigrateOnly.isAskedFor(config) ? MigrateOnly.REQUIRED : toServe(config);
        return required.stream()
                .filter(key -> config.getOptionalValue(key, String.class).isEmpty())
                .map(RequiredSettings::asEnvironmentVariable)
                .toList();
    }

    private static List<String> toServe(Config config) {
        List<String> required = new ArrayList<>(ALWAYS);
        if (config.getOptionalValue("quarkus.flyway.migrate-at-start", Boolean.class)
                .orElse(false)) {
            required.addAll(TO_MIGRATE);
        }
        if (config.getOptionalValue(SCANNER, String.class)
                .filter("clamd"::equalsIgnoreCase)
                .isPresent()) {
            required.addAll(TO_SCAN);
        }
        boolean objects = config.getOptionalValue(STORAGE + "kind", String.class)
                .filter("s3"::equalsIgnoreCase)
                .isPresent();
        required.add(STORAGE + (objects ? "s3.bucket" : "folder"));
        if (!config.getOptionalValue("one-network.identity.issuers.province.vouches-for", String.class)
                .orElse("")
                .contains("STAFF")) {
            required.add(STAFF_DIRECTORY);
        }
        if (config.getOptionalValue("one-network.progress.bus", String.class)
                .filter("kafka"::equalsIgnoreCase)
                .isPresent()) {
            required.add("one-network.progress.kafka.bootstrap-servers");
        }
        required.addAll(TO_SEAL);
        config.getOptionalValue(TO_SEAL.getFirst(), String.class)
                .ifPresent(key -> required.add("one-network.crypto.keys." + key));
        return required;
    }

    /// The rule of MicroProfile Config: every character that is neither letter nor digit becomes an underscore.
    private static String asEnvironmentVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
