package cn.onenetwork.platform.embedded;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/// Starts the embedded services that the operator has not replaced by real ones.
///
/// A function of JDK types, because the start-up loads it by name: see `cn.onenetwork.StartUp`.
public final class EmbeddedServices implements Function<Config, Map<String, String>> {

    private static final String PREFIX = "one-network.embedded.";

    /// One explicit setting of a group means that the operator brings the service of that group.
    private static final List<String> DATABASE = List.of(
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password");

    private static final List<String> ISSUER = List.of("quarkus.oidc.auth-server-url");

    /// The sample register knows the people of the embedded issuer, and no others.
    private static final List<String> SHARED_FACTS = List.of("one-network.shared-facts");

    /// A demonstration has no scanner of its own.
    private static final List<String> SCANNER = List.of("one-network.documents.scanner");

    /// Where the people or the cases are invented there is nothing that a key of the operator would protect.
    private static final List<String> TICKET_KEY = List.of("one-network.documents.download.ticket-key");

    /// The keys of development, which the embedded database was written with: it outlives the process.
    private static final Map<String, String> CRYPTO = Map.of(
            "one-network.crypto.active", "development",
            "one-network.crypto.keys.development", "aes-256-gcm:Zm9yIGludmVudGVkIHBlb3BsZSBvZiB0aGUgdGVzdHM=",
            "one-network.crypto.hash-keys", "Zm9yIGludmVudGVkIHBlb3BsZSBvZiB0aGUgdGVzdHMsIHRvIGZpbmQgdGhlbSBieQ==");

    /// Files of development and of demonstrations lie beside their database.
    private static final List<String> STORAGE =
            List.of("one-network.documents.storage.folder", "one-network.documents.storage.s3.bucket");

    /// Notes of the access log lie beside them.
    private static final List<String> SPOOL = List.of("one-network.privacy.access-log.spool");

    /// What was published by an earlier run of `main` in the same JVM, before a live reload; kept as one
    /// string.
    private static final String PUBLISHED = PREFIX + "published";

    /// Starts the services, or finds them still running after a live reload.
    ///
    /// @return the settings that lead to them; empty where the operator has configured everything
    /// @throws IllegalStateException with one line that says which port or folder is in the way
    @Override
    public Map<String, String> apply(Config config) {
        forgetPublished();
        Map<String, String> settings = new HashMap<>();
        if (isLeftToUs(DATABASE, config)) {
            settings.putAll(EmbeddedDatabase.start(databasePlan(config)).settings());
            if (isLeftToUs(SCANNER, config)) {
                settings.put(SCANNER.getFirst(), "none");
            }
            if (isLeftToUs(List.copyOf(CRYPTO.keySet()), config)) {
                settings.putAll(CRYPTO);
            }
        }
        if (isLeftToUs(ISSUER, config)) {
            settings.putAll(EmbeddedIssuer.start(issuerPlan(config)).settings());
            if (isLeftToUs(SHARED_FACTS, config)) {
                settings.put(SHARED_FACTS.getFirst(), "sample");
            }
        }
        if (!settings.isEmpty() && isLeftToUs(TICKET_KEY, config)) {
            settings.put(TICKET_KEY.getFirst(), drawnKey());
        }
        if (isLeftToUs(STORAGE, config)) {
            settings.put(STORAGE.getFirst(), folder(config).resolve("documents").toString());
        }
        if (isLeftToUs(SPOOL, config)) {
            settings.put(SPOOL.getFirst(), folder(config).resolve("access-log").toString());
        }
        Map<String, String> published = settings.entrySet().stream()
                .collect(Collectors.toMap(setting -> scope(config) + setting.getKey(), Map.Entry::getValue));
        System.setProperty(PUBLISHED, String.join(",", published.keySet()));
        return published;
    }

    private static String drawnKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /// In development the settings count for the profile of development only. Continuous testing runs in the
    /// same JVM, and a system property wins over what a test resource says: the tests would meet the
    /// developer's own data.
    private static String scope(Config config) {
        return isDevelopment()
                ? "%" + config.unwrap(SmallRyeConfig.class).getProfiles().getFirst() + "."
                : "";
    }

    /// Otherwise the second run of `main` would take our own settings for the operator's.
    private static void forgetPublished() {
        for (String key : System.getProperty(PUBLISHED, "").split(",")) {
            if (!key.isEmpty()) {
                System.clearProperty(key);
            }
        }
    }

    private static boolean isLeftToUs(List<String> keys, Config config) {
        return keys.stream()
                .allMatch(key -> config.getOptionalValue(key, String.class).isEmpty());
    }

    private static EmbeddedDatabase.Plan databasePlan(Config config) {
        return new EmbeddedDatabase.Plan(
                runName(),
                config.getOptionalValue(PREFIX + "db-port", Integer.class).orElse(15432),
                folder(config),
                true,
                config.getOptionalValue(PREFIX + "durable", Boolean.class).orElse(!isDevelopment()));
    }

    private static EmbeddedIssuer.Plan issuerPlan(Config config) {
        return new EmbeddedIssuer.Plan(
                runName(),
                config.getOptionalValue(PREFIX + "oidc-port", Integer.class).orElse(8180),
                folder(config));
    }

    private static Path folder(Config config) {
        return config.getOptionalValue(PREFIX + "folder", Path.class).orElse(Path.of("target", "embedded", runName()));
    }

    private static String runName() {
        return isDevelopment() ? "dev" : "package";
    }

    private static boolean isDevelopment() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }
}
