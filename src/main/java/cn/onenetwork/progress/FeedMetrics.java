package cn.onenetwork.progress;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// What the feed counts on this pod: followers, deliveries and how late they are, and how the listener does.
@ApplicationScoped
class FeedMetrics {

    private static final AtomicInteger FOLLOWERS = new AtomicInteger();
    private static final Duration[] BOUNDS = Stream.of(
                    10, 25, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Listening listening;

    FeedMetrics(Listening listening) {
        this.listening = listening;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("one.network.feed.followers", FOLLOWERS, AtomicInteger::get)
                .description("Subscribers of a case, or of all cases, on this pod")
                .register(Metrics.globalRegistry);
        Gauge.builder("one.network.listener.connected", listening, bus -> bus.isConnected() ? 1 : 0)
                .description("1 while the database can wake this pod; always 0 where the bus is Kafka")
                .register(Metrics.globalRegistry);
        Stream.of(delivered(), conflations(), failures(), connections()).forEach(counter -> counter.increment(0));
        var _ = lag();
    }

    static void joined() {
        var _ = FOLLOWERS.incrementAndGet();
    }

    static void left() {
        var _ = FOLLOWERS.decrementAndGet();
    }

    /// An event was handed over. Only one that happened while somebody followed was late: what was missed before is
    /// as old as it is.
    ///
    /// @param since when the follower began
    static void delivered(Instant at, Instant since, Instant now) {
        delivered().increment();
        if (at.isAfter(since)) {
            lag().record(Duration.between(at, now));
        }
    }

    static void conflated() {
        conflations().increment();
    }

    static void readingFailed() {
        failures().increment();
    }

    static void listenerConnected() {
        connections().increment();
    }

    private static Counter delivered() {
        return counter("one.network.feed.events.delivered", "Events that were handed to a subscriber");
    }

    private static Counter conflations() {
        return counter(
                "one.network.feed.conflations", "How often a follower was too slow and had to read the journal again");
    }

    private static Counter connections() {
        return counter("one.network.listener.connections", "How often the listener was connected, the first time too");
    }

    private static Counter failures() {
        return counter("one.network.feed.readings.failed", "How often the journal could not be read for all followers");
    }

    private static Counter counter(String name, String meaning) {
        return Counter.builder(name).description(meaning).register(Metrics.globalRegistry);
    }

    private static Timer lag() {
        return Timer.builder("one.network.feed.lag")
                .description("From an event, a moment before its commit, until it is handed to a subscriber")
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry);
    }
}
