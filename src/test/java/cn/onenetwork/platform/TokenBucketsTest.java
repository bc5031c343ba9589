package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.onenetwork.platform.TokenBuckets.Taking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokenBucketsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String KEY = "somebody";

    private final Hand clock = new Hand();

    /// Time passes, or is set back; then tokens are taken, and some of them given back.
    record Step(long millis, long tokens, long unused) {}

    /// What got through, and when.
    private record Through(long at, long tokens) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.longs().between(-20_000, 90_000),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs().between(0, 100))
                .as((millis, tokens, unused) -> new Step(millis, tokens, Math.min(tokens, unused)))
                .list()
                .ofMaxSize(40);
    }

    @Property
    void over_any_time_no_more_gets_through_than_the_capacity_and_what_was_filled_in(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 100, max = 400) int capacity) {
        TokenBuckets buckets = new TokenBuckets(capacity, MINUTE, 10, clock);
        List<Through> through = new ArrayList<>();
        long passed = 0;
        for (Step step : steps) {
            clock.move(step.millis());
            passed += Math.max(0, step.millis());
            through.add(new Through(passed, taken(buckets, step)));
        }
        for (int from = 0; from < through.size(); from++) {
            long sum = 0;
            for (Through later : through.subList(from, through.size())) {
                sum += later.tokens();
                long time = later.at() - through.get(from).at();
                assertThat(sum * MINUTE.toMillis()).isLessThanOrEqualTo(capacity * (MINUTE.toMillis() + time));
            }
        }
    }

    private static long taken(TokenBuckets buckets, Step step) {
        if (!buckets.take(KEY, step.tokens()).granted()) {
            return 0;
        }
        long _ = buckets.give(KEY, step.unused());
        return step.tokens() - step.unused();
    }

    @Property
    void who_waits_as_long_as_told_gets_what_was_asked_for_and_a_moment_earlier_does_not(
            @ForAll @IntRange(min = 1, max = 5000) int first,
            @ForAll @IntRange(min = 1, max = 5000) int second,
            @ForAll @IntRange(max = 60_000) int between) {
        TokenBuckets buckets = new TokenBuckets(5000, MINUTE, 10, clock);
        Taking _ = buckets.take(KEY, first);
        clock.move(between);
        Taking refused = buckets.take(KEY, second);
        if (!refused.granted()) {
            clock.move(refused.retryAfter().toMillis() - 1);
            assertThat(buckets.take(KEY, second).granted()).isFalse();
            clock.move(1);
            assertThat(buckets.take(KEY, second).granted()).isTrue();
        } else {
            assertThat(refused.retryAfter()).isZero();
        }
    }

    @Property
    void no_more_keys_are_remembered_than_permitted(@ForAll List<@IntRange(max = 20) Integer> keys) {
        TokenBuckets buckets = new TokenBuckets(10, MINUTE, 5, clock);
        for (int key : keys) {
            Taking _ = buckets.take("key " + key, 1);
            assertThat(buckets.size()).isBetween(1, 5);
        }
    }

    @Test
    void keys_do_not_share() {
        TokenBuckets buckets = new TokenBuckets(10, MINUTE, 5, clock);

        assertThat(buckets.take("one", 10)).isEqualTo(new Taking(true, 0, Duration.ZERO));
        assertThat(buckets.take("one", 1)).isEqualTo(new Taking(false, 0, Duration.ofSeconds(6)));
        assertThat(buckets.take("other", 4)).isEqualTo(new Taking(true, 6, Duration.ZERO));
    }

    @Test
    void a_bucket_that_is_full_again_is_forgotten_and_another_is_not() {
        TokenBuckets buckets = new TokenBuckets(10, MINUTE, 5, clock);
        Taking _ = buckets.take("early", 10);
        clock.move(30_000);
        Taking _ = buckets.take("late", 10);
        clock.move(30_000);
        Taking _ = buckets.take("new", 1);

        assertThat(buckets.size()).isEqualTo(2);
        assertThat(buckets.take("late", 6).granted()).isFalse();
    }

    @Test
    void where_too_many_are_remembered_the_one_left_alone_the_longest_is_forgiven() {
        TokenBuckets buckets = new TokenBuckets(10, MINUTE, 2, clock);
        List.of("a", "b", "c")
                .forEach(key -> assertThat(buckets.take(key, 10).granted()).isTrue());

        assertThat(buckets.take("c", 1).granted()).isFalse();
        assertThat(buckets.take("b", 1).granted()).isFalse();
        assertThat(buckets.take("a", 1).granted()).isTrue();
    }

    @Test
    void a_clock_set_back_fills_nothing_in_and_withholds_nothing() {
        TokenBuckets buckets = new TokenBuckets(10, MINUTE, 5, clock);
        Taking _ = buckets.take(KEY, 10);
        clock.move(-Duration.ofDays(400).toMillis());
        assertThat(buckets.take(KEY, 1).granted()).isFalse();
        clock.move(6_000);

        assertThat(buckets.take(KEY, 1).granted()).isTrue();
    }

    @Test
    void what_is_given_back_never_makes_more_than_a_full_bucket() {
        TokenBuckets buckets = new TokenBuckets(10, MINUTE, 5, clock);
        Taking _ = buckets.take(KEY, 7);

        assertThat(buckets.give(KEY, 3)).isEqualTo(6);
        assertThat(buckets.give(KEY, Long.MAX_VALUE)).isEqualTo(10);
        assertThat(buckets.give(KEY, -5)).isEqualTo(10);
    }

    @Test
    void many_at_once_get_exactly_what_is_there() throws Exception {
        TokenBuckets buckets = new TokenBuckets(1000, MINUTE, 5, clock);
        Callable<Boolean> one = () -> buckets.take(KEY, 1).granted();
        long granted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> answer : threads.invokeAll(Collections.nCopies(5000, one))) {
                granted += answer.get() ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(1000);
    }

    @Test
    void what_can_never_be_granted_is_a_mistake_of_the_caller() {
        TokenBuckets buckets = new TokenBuckets(10, MINUTE, 5, clock);

        assertThatIllegalArgumentException().isThrownBy(() -> buckets.take(KEY, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> buckets.take(KEY, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenBuckets(0, MINUTE, 5, clock));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenBuckets(10, Duration.ZERO, 5, clock));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenBuckets(10, MINUTE, 0, clock));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenBuckets(Long.MAX_VALUE, MINUTE, 5, clock));
    }

    /// A clock that is moved by hand.
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        void move(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return fixed(now, zone);
        }
    }
}
