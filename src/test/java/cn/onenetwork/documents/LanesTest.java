package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanesTest {

    private static final int OURS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Lanes lanes = new Lanes(defaults());

    @Test
    void there_are_as_many_as_configured() {
        Lanes.Lane first = lanes.enter().orElseThrow();
        assertThat(lanes.enter()).isPresent();
        assertThat(lanes.enter()).isEmpty();

        first.leave();

        assertThat(lanes.enter()).isPresent();
    }

    @Test
    void what_was_found_or_thrown_comes_out_of_the_thread() {
        Lanes.Lane lane = lanes.enter().orElseThrow();

        assertThat(lane.run(() -> 7).await().atMost(PATIENCE)).isEqualTo(7);
        assertThatThrownBy(() -> lane.run(LanesTest::broken).await().atMost(PATIENCE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_lane_is_free_only_when_its_thread_has_ended() {
        Lanes.Lane hanging = lanes.enter().orElseThrow();
        Lanes.Lane other = lanes.enter().orElseThrow();
        CountDownLatch end = new CountDownLatch(1);

        String verdict = hanging.run(() -> hang(end))
                .ifNoItem()
                .after(Duration.ofMillis(50))
                .recoverWithItem("given up")
                .await()
                .atMost(PATIENCE);
        hanging.leave();

        assertThat(verdict).isEqualTo("given up");
        assertThat(lanes.enter()).isEmpty();
        end.countDown();
        Awaitility.await().atMost(PATIENCE).until(() -> lanes.enter().isPresent());
        other.leave();
    }

    /// Takes no notice of being interrupted.
    private static String hang(CountDownLatch end) {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
        return "too late";
    }

    private static String broken() {
        throw new IllegalStateException("broken");
    }

    private static ChecksConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withMapping(ChecksConfig.class)
                .withConverter(MemorySize.class, OURS, new MemorySizeConverter())
                .withConverter(Duration.class, OURS, new DurationConverter())
                .build()
                .getConfigMapping(ChecksConfig.class);
    }
}
