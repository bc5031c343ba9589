package cn.onenetwork.documents.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/// Settings of the downloads.
@ConfigMapping(prefix = "one-network")
interface DownloadConfig {

    /// Where the service is reached from outside, such as `https://api.example`. Addresses of downloads begin with
    /// it; where it is not set they are paths, to be resolved against the address of the API.
    Optional<String> publicUrl();

    /// Of the downloads only.
    @WithName("documents.download")
    Download download();

    /// Of the downloads only.
    interface Download {

        /// How long an address may be used to begin or to go on.
        @WithDefault("5M")
        Duration ticketLife();

        /// What tickets are sealed with: 32 random bytes in Base64, the same on every pod. Two of them, the
        /// current one first, separated by a comma, while a key is being changed. Without it, in development
        /// and tests only, one is drawn at every start.
        Optional<String> ticketKey();

        /// How long a client may take none of the bytes that wait for it.
        @WithDefault("1M")
        Duration stall();
    }
}
