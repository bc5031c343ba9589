package cn.onenetwork.documents;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the documents.
@ConfigMapping(prefix = "one-network.documents")
interface DocumentsConfig {

    /// How long an unfinished upload waits for the rest of its bytes.
    @WithDefault("24H")
    Duration uploadsExpireAfter();

    /// Files in one slot of a case, whatever their state.
    @WithDefault("20")
    int maxPerSlot();

    /// All files of one case together.
    @WithDefault("500M")
    MemorySize maxPerCase();
}
