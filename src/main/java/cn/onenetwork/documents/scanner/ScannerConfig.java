package cn.onenetwork.documents.scanner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Settings of the scanner.
@ConfigMapping(prefix = "one-network.documents")
interface ScannerConfig {

    /// Who scans. Nothing is assumed: without it a production package does not start.
    Kind scanner();

    Clamd clamd();

    /// Who scans.
    enum Kind {
        /// clamd of ClamAV, see [Clamd].
        CLAMD,
        /// Nobody: every file passes unscanned, and a warning says so at each start.
        NONE
    }

    /// Where clamd is and how long it may take.
    interface Clamd {

        /// `host:port`, or `unix:/path/of/the.socket`.
        Optional<String> address();

        /// How long a connection, or an answer to a ping, may take.
        @WithDefault("5S")
        Duration connectTimeout();

        /// How long the scan of one file may take.
        @WithDefault("1M")
        Duration timeout();
    }
}
