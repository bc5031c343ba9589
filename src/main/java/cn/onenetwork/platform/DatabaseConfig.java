package cn.onenetwork.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the service holds its connections to the database.
@ConfigMapping(prefix = "one-network.database")
interface DatabaseConfig {

    /// How long nothing may come from the database on a connection before it is given up, also on one that is not used.
    /// More than a request may take, as a long statement is silent too.
    @WithDefault("40S")
    Duration silence();
}
