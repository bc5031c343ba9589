package cn.onenetwork.enquiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How often a query code may be wrong. Counted in the database, for all pods together; how often one address may
/// ask at all is `one-network.edge.secrets`. An asker is a person, or an address where nobody is logged in.
@ConfigMapping(prefix = "one-network.enquiry")
interface EnquiryConfig {

    /// Wrong codes of one asker for one case number within `window`; then it is not answered for this number.
    @WithDefault("5")
    int wrongCodes();

    /// Questions of one asker without an answer within `window`, over all numbers; then it is refused altogether.
    @WithDefault("30")
    int wrongPerAsker();

    /// Wrong codes for one case number within `window`, of all askers; then only who opened it before is answered.
    @WithDefault("30")
    int wrongPerNumber();

    /// How long a wrong code counts.
    @WithDefault("15M")
    Duration window();

    /// How long each of these lasts, against the right code as well.
    @WithDefault("15M")
    Duration lock();

    /// Wrong codes in a minute over all case numbers; above it only who opened a number before is answered.
    @WithDefault("300")
    int wrongPerMinute();

    /// How long an owner is shown that somebody tried, and an asker counts as one who opened a number.
    @WithDefault("30D")
    Duration remembered();

    /// How often what nobody needs is swept; `off` where another pod does it.
    @WithDefault("15m")
    String sweepEvery();
}
