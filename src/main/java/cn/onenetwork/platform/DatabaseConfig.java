package cn.onenetwork.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the service holds its connections to the database.
@ConfigMapping(prefix = "one-network.database")
interface DatabaseConfig {

    /// How long a connection may be silent before it is given up, whether it is used or not. More than a request may
    /// take, as a long statement is silent too.
    @WithDefault("40S")
    Duration silence();

    /// How long a request may wait for a connection. Longer would help nobody: the client has given up by then.
    @WithDefault("5S")
    Duration acquisition();
}
