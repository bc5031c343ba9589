package cn.onenetwork.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TalliesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Tallies.Limits LIMITS = new Tallies.Limits(rules(30), rules(5), rules(30));
    private static final Tries LOCKED = Tries.NONE.wrongAt(NOW, rules(1));

    private static Tries.Rules rules(int most) {
        return new Tries.Rules(most, QUARTER, QUARTER);
    }

    private static Tallies of(Tries asker, Tries both, Tries number) {
        return new Tallies(asker, both, number, false, false);
    }

    @Test
    void a_number_that_many_closed_and_a_flood_keep_strangers_out_only() {
        Tallies closed = of(Tries.NONE, Tries.NONE, LOCKED);

        assertThat(closed.open(NOW)).isFalse();
        assertThat(welcome(closed, false).open(NOW)).isTrue();
        assertThat(welcome(of(Tries.NONE, Tries.NONE, Tries.NONE), true).open(NOW))
                .isTrue();
        assertThat(new Tallies(Tries.NONE, Tries.NONE, Tries.NONE, true, false).open(NOW))
                .isFalse();
    }

    @Test
    void who_was_wrong_too_often_is_kept_out_however_welcome() {
        assertThat(welcome(of(Tries.NONE, LOCKED, Tries.NONE), false).open(NOW)).isFalse();
        assertThat(welcome(of(LOCKED, Tries.NONE, Tries.NONE), false).open(NOW)).isFalse();
    }

    private static Tallies welcome(Tallies tallies, boolean flood) {
        return new Tallies(tallies.asker(), tallies.both(), tallies.number(), flood, true);
    }

    @Test
    void what_is_not_looked_at_counts_for_the_asker_alone() {
        Tallies after = of(Tries.NONE, Tries.NONE, LOCKED).unanswered(NOW, LIMITS);

        assertThat(after.asker().wrong()).isEqualTo(1);
        assertThat(after.both()).isEqualTo(Tries.NONE);
        assertThat(after.number()).isEqualTo(LOCKED);
    }

    /// A guess of one of ten askers at one number.
    private record Looked(int asker, Instant at) {}

    /// What the odds in the decision record rest on, and that one alone closes no number to others.
    @Property
    void no_quarter_of_an_hour_looks_at_more_than_thirty_guesses_and_five_of_one_asker(
            @ForAll @Size(max = 300) List<@IntRange(max = 599) Integer> guesses) {
        List<Looked> looked = new ArrayList<>();
        Map<Integer, Tallies> askers = new HashMap<>();
        Tries number = Tries.NONE;
        Instant now = NOW;
        for (int guess : guesses) {
            int asker = guess % 10;
            now = now.plusSeconds(guess / 10);
            Tallies before = askers.getOrDefault(asker, of(Tries.NONE, Tries.NONE, Tries.NONE));
            Tallies tallies = of(before.asker(), before.both(), number);
            if (tallies.open(now)) {
                looked.add(new Looked(asker, now));
            }
            Tallies after = tallies.unanswered(now, LIMITS);
            askers.put(asker, after);
            number = after.number();
        }
        assertThat(number.wrong()).isEqualTo(looked.size());
        assertSpread(looked, 30);
        for (int asker = 0; asker < 10; asker++) {
            int one = asker;
            assertSpread(looked.stream().filter(each -> each.asker() == one).toList(), 5);
        }
    }

    private static void assertSpread(List<Looked> looked, int most) {
        for (int first = 0; first + most < looked.size(); first++) {
            assertThat(Duration.between(
                            looked.get(first).at(), looked.get(first + most).at()))
                    .isGreaterThanOrEqualTo(QUARTER);
        }
    }
}
