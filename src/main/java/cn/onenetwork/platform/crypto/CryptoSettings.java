package cn.onenetwork.platform.crypto;

import io.smallrye.config.SmallRyeConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// Says before the start what is wrong with the keys, in one line.
public final class CryptoSettings {

    private static final String PREFIX = "one-network.crypto.";

    private CryptoSettings() {}

    /// What has to be changed before the service can start; empty where nothing has to be. Settings that are missing
    /// altogether are told elsewhere.
    public static Optional<String> complaint(Config config) {
        try {
            String active =
                    config.getOptionalValue(PREFIX + "active", String.class).orElse("");
            KeyRing _ = KeyRing.of(active, keys(config, active));
            List<byte[]> _ = KeyedHash.keys(
                    config.getOptionalValues(PREFIX + "hash-keys", String.class).orElse(List.of()));
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of("One Network cannot start, " + wrong.getMessage());
        }
    }

    /// A key of the environment is found by its name only, before the mapping that knows the others is there.
    private static Map<String, String> keys(Config config, String active) {
        Map<String, String> keys = new HashMap<>();
        config.unwrap(SmallRyeConfig.class)
                .getMapKeys(PREFIX + "keys")
                .forEach((id, name) ->
                        config.getOptionalValue(name, String.class).ifPresent(key -> keys.put(id, key)));
        config.getOptionalValue(PREFIX + "keys." + active, String.class).ifPresent(key -> keys.put(active, key));
        return keys;
    }
}
