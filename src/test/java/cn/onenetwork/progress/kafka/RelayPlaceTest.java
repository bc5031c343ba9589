package cn.onenetwork.progress.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.JournalPosition;
import cn.onenetwork.testing.DatabaseState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelayPlaceTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    RelayPlace place;

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @AfterEach
    void nobody_holds_it() {
        assertThat(DatabaseState.execute("update journal_relay set holder = null, held_until = '-infinity',"
                        + " recorded_xid = 0, event_id = 0"))
                .isEqualTo(1);
    }

    @Test
    void one_holds_it_and_keeps_it() {
        assertThat(take(one)).contains(JournalPosition.START);
        assertThat(take(other)).isEmpty();
        assertThat(take(one)).isPresent();
    }

    @Test
    void the_next_goes_on_where_the_last_one_left() {
        assertThat(take(one)).isPresent();
        assertThat(move(one, new JournalPosition(7, 8, null))).isTrue();
        place.leave(one).await().indefinitely();

        assertThat(take(other)).contains(new JournalPosition(7, 8, null));
    }

    @Test
    void who_let_the_lease_run_out_moves_nothing_any_more() {
        assertThat(place.take(one, Duration.ZERO).await().indefinitely()).isPresent();
        assertThat(take(other)).isPresent();

        assertThat(move(one, new JournalPosition(7, 8, null))).isFalse();
        assertThat(move(other, new JournalPosition(5, 6, null))).isTrue();
    }

    private Optional<JournalPosition> take(UUID holder) {
        return place.take(holder, LEASE).await().indefinitely();
    }

    private boolean move(UUID holder, JournalPosition reached) {
        return place.move(holder, reached).await().indefinitely();
    }
}
