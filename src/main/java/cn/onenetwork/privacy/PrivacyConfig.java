package cn.onenetwork.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Period;

/// Settings of the room.
@ConfigMapping(prefix = "one-network.privacy")
interface PrivacyConfig {

    /// The access log.
    Log accessLog();

    /// How the access log is kept.
    interface Log {

        /// The folder in which notes of reads wait for the database. It must survive the end of the process, and a
        /// restarted pod must find it again; several processes may share it. Must be set in production.
        Path spool();

        /// How often notes become rows; reads within it are one row for each reader and case. `off` for never.
        @WithDefault("5s")
        String every();

        /// How often old rows are looked for.
        @WithDefault("1h")
        String sweepEvery();

        /// How long rows are kept; never less than six months, whatever is set (Cybersecurity Law art. 21).
        @WithDefault("P3Y")
        Period keep();
    }
}
