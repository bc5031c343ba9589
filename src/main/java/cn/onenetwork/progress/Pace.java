package cn.onenetwork.progress;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// How much waits for a follower and how long, and when to look again.
///
/// @param buffer    most events that wait for one follower
/// @param freshness how long an event may wait before the right to see it is asked again
/// @param nanos     a clock for durations, as `System.nanoTime`
/// @param timer     runs something after a while
/// @param clock     what events are dated by
record Pace(int buffer, Duration freshness, LongSupplier nanos, BiConsumer<Duration, Runnable> timer, Clock clock) {

    static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final int LONGEST_LOOK = 5;

    long now() {
        return nanos.getAsLong();
    }

    boolean isStale(long checkedAt) {
        return now() - checkedAt > freshness.toNanos();
    }

    void later(Duration delay, Runnable work) {
        timer.accept(delay, work);
    }

    /// Events that wait for a transaction below them to end get no notification of its end: look again, first soon,
    /// then every 640 milliseconds.
    Duration untilNextLook(int looksInVain) {
        return FIRST_LOOK.multipliedBy(1L << Math.min(looksInVain, LONGEST_LOOK));
    }
}
