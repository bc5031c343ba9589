package cn.onenetwork.enquiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How often a query code may be wrong. Counted in the database, for all pods together; how often one address may
/// ask at all is `one-network.edge.secrets`.
@ConfigMapping(prefix = "one-network.enquiry")
interface EnquiryConfig {

    /// Wrong codes for one case number within `window` that lock it.
    @WithDefault("5")
    int wrongCodes();

    /// How long a wrong code counts.
    @WithDefault("15M")
    Duration window();

    /// How long a locked case number answers nobody, not even to the right code.
    @WithDefault("15M")
    Duration lock();

    /// Wrong codes in a minute over all case numbers; above it everybody is refused until the minute is over.
    @WithDefault("300")
    int wrongPerMinute();

    /// How long an owner is shown that somebody tried.
    @WithDefault("30D")
    Duration remembered();

    /// How often what nobody needs is swept; `off` where another pod does it.
    @WithDefault("15m")
    String sweepEvery();
}
