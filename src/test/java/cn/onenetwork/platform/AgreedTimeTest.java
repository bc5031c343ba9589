package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.LogCapture;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The clock of the tests is the real one, as that of their database is.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgreedTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    AgreedTime time;

    private final AtomicInteger acted = new AtomicInteger();

    private void act() {
        var _ = time.act(() -> Uni.createFrom().item(acted::incrementAndGet))
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void time_acts_where_the_clock_goes_with_the_database() {
        act();
        MovableClock.pass(Duration.ofSeconds(40));
        act();

        assertThat(acted).hasValue(2);
    }

    @Test
    void a_clock_that_is_wrong_lets_time_act_on_nothing_until_it_is_right_and_says_so_once() {
        LogCapture log = LogCapture.start();
        for (Duration off : new Duration[] {Duration.ofDays(2), Duration.ofDays(-4)}) {
            MovableClock.pass(off);
            act();
        }
        assertThat(acted).hasValue(0);
        MovableClock.pass(Duration.ofDays(2));
        act();

        assertThat(acted).hasValue(1);
        assertThat(log.stop()).containsOnlyOnce("The clock is wrong: PT4").containsOnlyOnce("The clock is right again");
    }
}
