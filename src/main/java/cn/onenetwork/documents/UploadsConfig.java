package cn.onenetwork.documents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How uploads are taken.
@ConfigMapping(prefix = "one-network.documents.uploads")
interface UploadsConfig {

    /// How long a request may send nothing before it is ended; what came is kept.
    @WithDefault("30S")
    Duration silence();

    /// How often unfinished uploads and bytes that nobody needs are swept; `off` where another pod does it.
    @WithDefault("5m")
    String sweepEvery();

    /// How long after the start the first sweep is.
    @WithDefault("1m")
    String sweepDelayed();
}
