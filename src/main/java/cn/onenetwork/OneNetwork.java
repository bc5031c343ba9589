package cn.onenetwork;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/// Starts the service.
///
/// The embedded services start here, before Quarkus reads its configuration, because what they publish (addresses and
/// accounts) is configuration. In development `main` runs again on every live reload.
@QuarkusMain
public class OneNetwork {

    /// Runs until the process is told to stop. Exits with 1 and one line on the standard error where something that the
    /// service cannot do without is missing.
    ///
    /// @param arguments passed on to Quarkus, which knows none
    public static void main(String... arguments) {
        Optional<String> refusal = new StartUp(LaunchMode.current()).prepare(ConfigProvider::getConfig);
        refusal.ifPresent(OneNetwork::refuse);
        Quarkus.run(arguments);
    }

    private static void refuse(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
