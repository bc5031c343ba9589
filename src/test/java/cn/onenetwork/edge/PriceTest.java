package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceTest {

    @Test
    void nested_lists_multiply() {
        Price root = new Price(0, 1);
        Price cases = root.part("cases", new Price(10, 1));
        Price nodes = cases.part("nodes", new Price(1, 20));
        Price _ = nodes.part("id", new Price(1, 1));
        Price events = nodes.part("events", new Price(5, 50));
        Price _ = events.part("kind", new Price(1, 1));

        assertThat(root.asked()).isEqualTo(10 + 1 + 20 * (1 + 5 + 50));
    }

    @Test
    void what_was_used_is_counted_from_the_answer() {
        Price root = new Price(0, 1);
        Price nodes = root.part("cases", new Price(10, 1)).part("nodes", new Price(1, 20));
        Price _ = nodes.part("id", new Price(1, 1));
        Price _ = nodes.part("left out", new Price(1, 1));
        Price _ = nodes.part("item", new Price(1, 1)).part("name", new Price(1, 1));
        Price _ = nodes.part("form", new Price(1, 1));

        Map<String, Object> full = Map.of("id", "1", "item", Map.of("name", "n"), "form", Map.of("any", "thing"));
        Map<String, Object> sparse = new HashMap<>();
        sparse.put("id", "2");
        sparse.put("item", null);
        assertThat(root.used(Map.of("cases", Map.of("nodes", List.of(full, sparse)))))
                .isEqualTo(10 + 1 + (1 + 2 + 1) + (1 + 1));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("cases", null);
        assertThat(root.used(nothing)).isEqualTo(10);
    }

    @Test
    void what_is_asked_for_twice_is_answered_once() {
        Price root = new Price(0, 1);
        Price first = root.part("viewer", new Price(10, 1));

        assertThat(root.part("viewer", new Price(10, 1))).isSameAs(first);
        assertThat(root.asked()).isEqualTo(10);
    }

    @Test
    void a_price_that_no_number_holds_is_only_very_high() {
        Price root = new Price(0, 1);
        Price deeper = root;
        for (int level = 0; level < 16; level++) {
            deeper = deeper.part("list", new Price(5, 100));
        }
        Price _ = deeper.part("id", new Price(1, 1));

        assertThat(root.asked()).isBetween(100_000_000_000L, 10_000_000_000_000L);
    }

    /// Any price, and any answer whose lists are not longer than was reckoned with.
    @Property
    void no_answer_uses_more_than_was_asked(@ForAll long seed, @ForAll @IntRange(max = 4) int depth) {
        Random random = new Random(seed);
        Price root = new Price(0, 1);
        Object answer = grown(root, depth, random);

        assertThat(root.used(answer)).isLessThanOrEqualTo(root.asked());
    }

    private static Object grown(Price parent, int depth, Random random) {
        List<Map<String, Object>> elements = new ArrayList<>();
        elements.add(new HashMap<>());
        for (int field = 0; field < 1 + random.nextInt(3); field++) {
            int size = 1 + random.nextInt(5);
            boolean list = random.nextBoolean();
            Price price = parent.part("f" + field, new Price(random.nextInt(10), list ? size : 1));
            Object below = depth == 0 ? "leaf" : grown(price, depth - 1, random);
            Object value = list ? java.util.Collections.nCopies(random.nextInt(size + 1), below) : below;
            elements.getFirst().put("f" + field, random.nextInt(8) == 0 ? null : value);
        }
        return elements.getFirst();
    }
}
