package cn.onenetwork.documents.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Settings of the downloads.
@ConfigMapping(prefix = "one-network.documents.download")
interface DownloadConfig {

    /// How long an address may be used to begin or to go on.
    @WithDefault("5M")
    Duration ticketLife();

    /// What tickets are sealed with: 32 random bytes in Base64, the same on every pod. Two of them, the current one
    /// first, separated by a comma, while a key is being changed. Without it, in development and tests only, one is
    /// drawn at every start.
    Optional<String> ticketKey();

    /// How long a client may take none of the bytes that wait for it.
    @WithDefault("1M")
    Duration stall();
}
