package cn.onenetwork.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How progress reaches those who follow it.
@ConfigMapping(prefix = "one-network.progress")
public interface ProgressConfig {

    /// What wakes the pods when something was committed: `postgres` (LISTEN and NOTIFY), or `kafka`.
    @WithDefault("postgres")
    Bus bus();

    /// Events that wait for one subscriber before it reads the journal for itself, as often as it can.
    @WithDefault("64")
    int buffer();

    /// How long an event may wait for a slow subscriber before the right to see it is asked again.
    @WithDefault("800ms")
    Duration freshness();

    /// Only where the bus is Kafka.
    Kafka kafka();

    /// What wakes the pods.
    enum Bus {
        POSTGRES,
        KAFKA
    }

    /// The stream for all pods, and for other departments.
    interface Kafka {

        /// `host:port`, several with commas. Required where the bus is Kafka.
        Optional<String> bootstrapServers();

        /// Where the events go. It has to exist, unless the brokers create topics by themselves; any number of
        /// partitions.
        @WithDefault("one-network.case-events.v1")
        String topic();

        /// `source` of the CloudEvents: which installation speaks.
        @WithDefault("/one-network")
        String source();

        /// How often the relay looks for what is new.
        @WithDefault("200ms")
        Duration relayEvery();

        /// How long the relay of a pod that is gone keeps the place from others.
        @WithDefault("10s")
        Duration lease();

        /// Anything else that the clients need, by Kafka's own names, such as `security.protocol`.
        Map<String, String> client();
    }
}
