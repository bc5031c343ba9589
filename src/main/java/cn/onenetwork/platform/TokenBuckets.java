package cn.onenetwork.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;

/// Limits a rate: one bucket of tokens for each key, such as a person or an address.
///
/// A bucket starts full and fills again evenly, so a key gets at most `capacity` at once, and over any time at
/// most `capacity` and what was filled in since. All of it is whole numbers; nothing is lost by rounding.
///
/// The buckets are those of this pod: with n pods behind a balancer a key gets up to n times as much. What is
/// remembered is bounded. A bucket that has filled up says nothing and is forgotten; above the bound the one that
/// was not asked for the longest is forgotten too, which forgives its key.
public final class TokenBuckets {

    /// What came of asking.
    ///
    /// @param granted    whether the tokens were taken; if not, none were
    /// @param left       whole tokens that are there now
    /// @param retryAfter how long until so many are there, if nobody else takes any; zero where granted
    public record Taking(boolean granted, long left, Duration retryAfter) {}

    private static final long MOST_UNITS = Long.MAX_VALUE / 4;

    private final long capacity;
    private final long period;
    private final int mostKeys;
    private final Clock clock;
    private final LinkedHashMap<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /// @param capacity tokens of a full bucket
    /// @param period   in which an empty bucket fills up; counted in milliseconds
    /// @param mostKeys how many buckets are remembered at once
    public TokenBuckets(long capacity, Duration period, int mostKeys, Clock clock) {
        if (capacity < 1 || period.toMillis() < 1 || mostKeys < 1 || capacity > MOST_UNITS / period.toMillis()) {
            throw new IllegalArgumentException("Buckets need a capacity, a period and a bound, and none too large");
        }
        this.capacity = capacity;
        this.period = period.toMillis();
        this.mostKeys = mostKeys;
        this.clock = clock;
    }

    public long capacity() {
        return capacity;
    }

    /// Takes so many tokens, or none.
    ///
    /// @param tokens 0 to [#capacity]; more could never be granted and is a mistake of the caller
    public synchronized Taking take(String key, long tokens) {
        if (tokens < 0 || tokens > capacity) {
            throw new IllegalArgumentException("0 to " + capacity + " tokens can be taken, not " + tokens);
        }
        Bucket bucket = filled(key);
        long missing = tokens * period - bucket.units;
        if (missing > 0) {
            return new Taking(false, bucket.units / period, Duration.ofMillis(Math.ceilDiv(missing, capacity)));
        }
        bucket.units -= tokens * period;
        return new Taking(true, bucket.units / period, Duration.ZERO);
    }

    /// Puts tokens back that were taken and not needed; what does not fit is lost.
    ///
    /// @param tokens not negative
    /// @return whole tokens that are there now
    public synchronized long give(String key, long tokens) {
        Bucket bucket = filled(key);
        bucket.units = Math.min(capacity * period, bucket.units + Math.clamp(tokens, 0, capacity) * period);
        return bucket.units / period;
    }

    /// How many keys are remembered, never more than the bound.
    public synchronized int size() {
        return buckets.size();
    }

    private Bucket filled(String key) {
        long now = clock.millis();
        Bucket bucket = buckets.get(key);
        if (bucket == null) {
            makeRoom(now);
            bucket = new Bucket(capacity * period, now);
            buckets.put(key, bucket);
        }
        bucket.fill(now);
        return bucket;
    }

    /// The ones that were not asked for the longest come first. Whatever was left alone for a whole period is
    /// full.
    private void makeRoom(long now) {
        Iterator<Bucket> longestAlone = buckets.values().iterator();
        while (longestAlone.hasNext()) {
            Bucket bucket = longestAlone.next();
            if (buckets.size() < mostKeys && now - bucket.asOf < period) {
                return;
            }
            longestAlone.remove();
        }
    }

    /// One token is `period` units, and `capacity` units come in every millisecond.
    private final class Bucket {

        private long units;
        private long asOf;

        Bucket(long units, long asOf) {
            this.units = units;
            this.asOf = asOf;
        }

        /// A clock that was set back fills nothing in, and is believed from then on.
        void fill(long now) {
            long passed = Math.clamp(now - asOf, 0, period);
            units = Math.min(capacity * period, units + passed * capacity);
            asOf = now;
        }
    }
}
