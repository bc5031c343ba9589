package cn.onenetwork;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/// Starts the service.
///
/// The embedded services start here, before Quarkus reads its configuration, because what they publish
/// (addresses and accounts) is configuration. In development `main` runs again on every live reload.
@QuarkusMain
public class OneNetwork {

    /// Runs until the process is told to stop. Exits with 1 and one line on the standard error where something
    /// that the service cannot do without is missing.
    ///
    /// @param arguments passed on to Quarkus, which knows none
    public static void main(String... arguments) {
        if (isReloadable()) {
            LaunchMode.set(LaunchMode.DEVELOPMENT);
        }
        Optional<String> refusal = new StartUp(LaunchMode.current()).prepare(ConfigProvider::getConfig);
        refusal.ifPresent(OneNetwork::refuse);
        Quarkus.run(arguments);
    }

    /// Quarkus itself sets the mode only when it starts, too late for the profile of the configuration read
    /// here. The class loader of live reload exists in no package.
    private static boolean isReloadable() {
        return OneNetwork.class.getClassLoader().getClass().getSimpleName().equals("QuarkusClassLoader");
    }

    private static void refuse(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
