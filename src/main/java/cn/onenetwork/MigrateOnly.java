package cn.onenetwork;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/// The other way to run the package: bring the database to this version, and exit.
///
/// A deployment does this once, before its pods. Only then is the password of the schema's owner needed, and no pod
/// that serves ever holds it. Nothing else of the service begins: no port, no catalogue, no sweep, no provider.
final class MigrateOnly {

    private static final String SETTING = "one-network.migrate-only";

    /// Quarkus ends after its migrations, with 0, before the first bean hears of a start. The provider of
    /// identities, the serving role and the scanner are of no use until then: none of them has to be there.
    static final Map<String, String> SETTINGS = Map.of(
            "quarkus.init-and-exit", "true",
            "quarkus.flyway.migrate-at-start", "true",
            "quarkus.oidc.tenant-enabled", "false",
            "quarkus.datasource.reactive.url", "postgresql://not.asked.invalid/none",
            "quarkus.datasource.username", "not-asked",
            "quarkus.datasource.password", "not-asked",
            "one-network.documents.scanner", "none");

    /// What it cannot do without.
    static final List<String> REQUIRED =
            List.of("quarkus.datasource.jdbc.url", "quarkus.flyway.username", "quarkus.flyway.password");

    private MigrateOnly() {}

    /// Whether this process is only to migrate: `one-network.migrate-only`, which is off unless it is set.
    static boolean isAskedFor(Config config) {
        return config.getOptionalValue(SETTING, Boolean.class).orElse(false);
    }
}
