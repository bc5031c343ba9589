package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.onenetwork.testing.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AfterCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    CommittedWork work;

    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void what_was_committed_is_counted_once_each() {
        work.then(counted::incrementAndGet, null).await().atMost(PATIENCE);
        work.then(counted::incrementAndGet, null).await().atMost(PATIENCE);

        assertThat(counted).hasValue(2);
    }

    @Test
    void what_was_taken_back_is_not_counted() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> work.then(counted::incrementAndGet, new IllegalArgumentException("no"))
                        .await()
                        .atMost(PATIENCE));

        assertThat(counted).hasValue(0);
    }

    @Test
    void a_failure_afterwards_changes_nothing_and_is_logged_without_its_message() {
        LogCapture log = LogCapture.start();
        work.then(
                        () -> {
                            throw new IllegalArgumentException("11010519491231002X");
                        },
                        null)
                .await()
                .atMost(PATIENCE);

        assertThat(log.stop())
                .contains("Failed after a commit: java.lang.IllegalArgumentException")
                .doesNotContain("11010519491231002X");
    }

    @Test
    void outside_of_a_unit_of_work_nothing_can_be_asked_for() {
        assertThatIllegalStateException().isThrownBy(() -> AfterCommit.run(counted::incrementAndGet));
    }
}
