package cn.onenetwork.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TriesTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Tries.Rules RULES = new Tries.Rules(5, QUARTER, QUARTER);

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Tries wrongAt(int... minutes) {
        Tries tries = Tries.NONE;
        for (int minute : minutes) {
            tries = tries.wrongAt(minute(minute), RULES);
        }
        return tries;
    }

    @Test
    void the_fifth_within_a_quarter_of_an_hour_locks_for_another() {
        assertThat(wrongAt(0, 1, 2, 3).locked(minute(3))).isFalse();
        Tries five = wrongAt(0, 1, 2, 3, 14);

        assertThat(five.locked(minute(14))).isTrue();
        assertThat(five.locked(minute(29).minusMillis(1))).isTrue();
        assertThat(five.locked(minute(29))).isFalse();
    }

    @Test
    void one_that_is_a_quarter_of_an_hour_old_counts_no_more() {
        assertThat(wrongAt(0, 1, 2, 3, 15).locked(minute(15))).isFalse();
        assertThat(wrongAt(0, 1, 2, 3, 15, 15).locked(minute(15))).isTrue();
    }

    @Test
    void who_goes_on_during_the_lock_changes_nothing() {
        Tries five = wrongAt(0, 0, 0, 0, 0);

        assertThat(five.wrongAt(minute(14), RULES)).isEqualTo(five);
        assertThat(five.wrong()).isEqualTo(5);
    }

    @Test
    void after_the_lock_it_takes_five_again() {
        assertThat(wrongAt(0, 0, 0, 0, 0, 15, 15, 15, 15).locked(minute(15))).isFalse();
        assertThat(wrongAt(0, 0, 0, 0, 0, 15, 15, 15, 15, 15).locked(minute(15)))
                .isTrue();
    }

    @Test
    void a_new_code_ends_the_lock_and_the_owner_still_sees_that_somebody_tried() {
        Tries renewed = wrongAt(0, 0, 0, 0, 0).renewed();

        assertThat(renewed.locked(minute(1))).isFalse();
        assertThat(renewed.recent()).isEmpty();
        assertThat(renewed.wrong()).isEqualTo(5);
        assertThat(renewed.lastWrongAt()).isEqualTo(START);
    }

    /// What the odds in the decision record rest on.
    @Property
    void no_quarter_of_an_hour_looks_at_more_than_five_guesses(
            @ForAll @Size(max = 200) List<@IntRange(max = 400) Integer> pauses) {
        List<Instant> looked = new ArrayList<>();
        Instant now = START;
        Tries tries = Tries.NONE;
        for (int seconds : pauses) {
            now = now.plusSeconds(seconds);
            if (!tries.locked(now)) {
                looked.add(now);
            }
            tries = tries.wrongAt(now, RULES);
        }
        assertThat(tries.wrong()).isEqualTo(looked.size());
        for (int first = 0; first + 5 < looked.size(); first++) {
            assertThat(Duration.between(looked.get(first), looked.get(first + 5)))
                    .isGreaterThanOrEqualTo(QUARTER);
        }
    }

    /// Never forgets a lock early, whatever the rules.
    @Property
    void a_lock_lasts_as_long_as_it_was_set(
            @ForAll @IntRange(min = 1, max = 20) int most, @ForAll @IntRange(min = 1, max = 10_000) int lock) {
        Tries.Rules rules = new Tries.Rules(most, QUARTER, Duration.ofSeconds(lock));
        Tries tries = Tries.NONE;
        for (int guess = 0; guess < most; guess++) {
            assertThat(tries.locked(START)).isFalse();
            tries = tries.wrongAt(START, rules);
        }
        assertThat(tries.locked(START.plusSeconds(lock).minusMillis(1))).isTrue();
        assertThat(tries.locked(START.plusSeconds(lock))).isFalse();
    }

    @Test
    void a_rule_that_locks_at_once_or_never_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tries.Rules(0, QUARTER, QUARTER));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tries.Rules(5, QUARTER.negated(), QUARTER));
    }
}
