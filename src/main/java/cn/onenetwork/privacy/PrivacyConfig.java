package cn.onenetwork.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/// Settings of the room.
@ConfigMapping(prefix = "one-network.privacy")
interface PrivacyConfig {

    /// The access log.
    Log accessLog();

    /// How long data are kept.
    Retention retention();

    /// Exports of personal data.
    Export export();

    /// How the access log is kept.
    interface Log {

        /// The folder in which notes of reads wait for the database. It must survive the end of the
        /// process, and a restarted pod must find it again; several processes may share it. Must be set in
        /// production, but for a process that only migrates.
        Optional<Path> spool();

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

    /// How long personal data are kept, by class; see [RetentionRules].
    interface Retention {

        /// A draft that nobody changed any more.
        @WithDefault("P90D")
        Period drafts();

        /// An application that was withdrawn before it was accepted.
        @WithDefault("P1Y")
        Period withdrawn();

        /// The file of a case that ended without a licence, until people appraise it.
        @WithDefault("P10Y")
        Period files();

        /// The file of a case that ended with a licence, until people appraise it.
        @WithDefault("P30Y")
        Period licenceFiles();

        /// A consent, after it was withdrawn.
        @WithDefault("P3Y")
        Period consents();

        /// How often it is looked for what has been kept long enough.
        @WithDefault("1h")
        String sweepEvery();
    }

    /// Exports of personal data.
    interface Export {

        /// How long an address may be used.
        @WithDefault("5M")
        Duration ticketLife();

        /// How many exports this pod sends at a time.
        @WithDefault("4")
        int atOnce();

        /// How long a client may take none of the bytes that wait for it.
        @WithDefault("1M")
        Duration stall();
    }
}
