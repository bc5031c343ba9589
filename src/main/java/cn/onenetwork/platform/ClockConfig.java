package cn.onenetwork.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How far clocks may differ.
@ConfigMapping(prefix = "one-network.clock")
interface ClockConfig {

    /// How far the clock of a pod may be off that of the database before the pod leaves to others what time does by
    /// itself: deemed acceptance, lapse, warnings, archive, the end of uploads, erasure.
    @WithDefault("1M")
    Duration tolerance();
}
