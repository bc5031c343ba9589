package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ForgettingKeysTest {

    private static final String INSERT = "insert into idempotency_key (caller, operation, key, input_hash, created_at)"
            + " values ('nobody', 'nothing', '%s', '\\x00', now() - interval '%s')";

    @Inject
    IdempotencyKeys keys;

    @Test
    void keys_are_kept_for_24_hours_also_by_a_pod_whose_clock_is_wrong() {
        var _ = DatabaseState.execute(INSERT.formatted("old", "24 hours 1 minute"));
        var _ = DatabaseState.execute(INSERT.formatted("young", "23 hours 59 minutes"));

        MovableClock.pass(Duration.ofDays(10));
        assertThat(keys.forgetOld().await().atMost(Duration.ofSeconds(20))).isPositive();

        assertThat(DatabaseState.query("select string_agg(key, ',') from idempotency_key where caller = 'nobody'"))
                .isEqualTo("young");
        var _ = DatabaseState.execute("delete from idempotency_key where caller = 'nobody'");
    }
}
