package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.LogCapture;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DependenciesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Whatever a probe does.
    private record Probed(String name, boolean isUsed, Supplier<Uni<Void>> answer) implements Dependency {

        @Override
        public Uni<Void> probe() {
            return answer.get();
        }
    }

    private static Probed one(String name, Supplier<Uni<Void>> answer) {
        return new Probed(name, true, answer);
    }

    private static Uni<Void> there() {
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> away() {
        return Uni.createFrom().failure(new IllegalStateException("secret of the storage"));
    }

    @Test
    void each_is_asked_and_none_hides_another() {
        Dependencies dependencies = new Dependencies(List.of(
                one("answers", DependenciesTest::there),
                one("fails", DependenciesTest::away),
                one("throws", () -> {
                    throw new IllegalStateException("at once");
                }),
                one("hangs", () -> Uni.createFrom().nothing()),
                new Probed("unused", false, DependenciesTest::away)));

        assertThat(dependencies.look().await().atMost(PATIENCE))
                .isEqualTo(Map.of("answers", true, "fails", false, "throws", false, "hangs", false));
    }

    @Test
    void a_change_is_logged_once_and_says_nothing_of_why() {
        boolean[] well = {true};
        Dependencies dependencies = new Dependencies(
                List.of(one("storage", () -> well[0] ? DependenciesTest.there() : DependenciesTest.away())));
        LogCapture log = LogCapture.start();
        for (boolean now : new boolean[] {true, false, false, true, true}) {
            well[0] = now;
            var _ = dependencies.look().await().atMost(PATIENCE);
        }

        assertThat(log.stop().lines())
                .filteredOn(line -> line.contains("eached"))
                .containsExactly("Not reached: storage", "Reached again: storage");
    }
}
