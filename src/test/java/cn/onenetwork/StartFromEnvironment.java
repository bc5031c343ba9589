package cn.onenetwork;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;

/// What a package would say that is started with these environment variables and nothing else.
public final class StartFromEnvironment {

    private StartFromEnvironment() {}

    /// Why it would not start.
    public static Optional<String> complaint(Map<String, String> environment) {
        return RequiredSettings.complaint(config(environment).build());
    }

    /// A configuration that is read from them, for typed ones to be added.
    public static SmallRyeConfigBuilder config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder().withSources(new EnvConfigSource(environment, 300));
    }

    /// One typed configuration, read from them.
    public static <T> T read(Map<String, String> environment, Class<T> type) {
        SmallRyeConfig config = config(environment)
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(type)
                .withValidateUnknown(false)
                .build();
        return config.getConfigMapping(type);
    }
}
