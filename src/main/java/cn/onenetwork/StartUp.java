package cn.onenetwork;

import cn.onenetwork.platform.crypto.CryptoSettings;
import io.quarkus.runtime.LaunchMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/// What happens before Quarkus starts: embedded services where they are wanted, then the check that nothing is
/// missing.
///
/// They are wanted in development, and in a package built with `-Dembedded`, which is recognised by their
/// libraries on the class path: an ordinary package does not contain them.
final class StartUp {

    private static final List<String> LIBRARIES = List.of(
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres", "no.nav.security.mock.oauth2.MockOAuth2Server");

    /// Reached by name only. A direct call would pull the absent libraries into a native image, which links
    /// everything it can reach at build time.
    private static final List<String> STARTERS = List.of("cn.onenetwork.platform.embedded.EmbeddedServices");

    private final LaunchMode mode;

    StartUp(LaunchMode mode) {
        this.mode = mode;
    }

    /// Publishes the settings of the embedded services as system properties, then looks for what is missing. A process
    /// that only migrates does so on a database that is there.
    ///
    /// @param config read twice, because the settings change in between
    /// @return why the service must not start; empty where it may
    Optional<String> prepare(Supplier<Config> config) {
        if (mode == LaunchMode.TEST) {
            return Optional.empty();
        }
        publish(Tracing.settings(config.get()));
        if (MigrateOnly.isAskedFor(config.get())) {
            publish(MigrateOnly.SETTINGS);
            return RequiredSettings.complaint(config.get());
        }
        try {
            STARTERS.forEach(starter -> publish(embedded(starter, config.get())));
        } catch (IllegalStateException failed) {
            return Optional.of("One Network cannot start, " + failed.getMessage());
        }
        publish(staffDirectory(config.get()));
        return RequiredSettings.complaint(config.get()).or(() -> CryptoSettings.complaint(config.get()));
    }

    /// Quarkus would not start with an issuer that has no address, so it is there and off until it has one.
    private static Map<String, String> staffDirectory(Config config) {
        return config.getOptionalValue(RequiredSettings.STAFF_DIRECTORY, String.class)
                        .isPresent()
                ? Map.of("quarkus.oidc.staff.tenant-enabled", "true")
                : Map.of();
    }

    private Map<String, String> embedded(String starter, Config config) {
        return LIBRARIES.stream().allMatch(StartUp::isPresent) ? load(starter).apply(config) : Map.of();
    }

    private static void publish(Map<String, String> settings) {
        settings.forEach(System::setProperty);
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, StartUp.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /// The starter is seen as a function of the platform's types only, so that this class links without it.
    @SuppressWarnings("unchecked")
    private static Function<Config, Map<String, String>> load(String starter) {
        try {
            return (Function<Config, Map<String, String>>)
                    Class.forName(starter).getConstructor().newInstance();
        } catch (ReflectiveOperationException damaged) {
            throw new IllegalStateException("the package is damaged: " + starter + " does not load", damaged);
        }
    }
}
