package cn.onenetwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomMapTest {

    @Test
    void an_arrow_that_follows_from_two_others_is_left_out() {
        SortedMap<String, SortedSet<String>> known = new TreeMap<>();
        known.put("review", new TreeSet<>(List.of("cases", "platform")));
        known.put("cases", new TreeSet<>(List.of("platform")));
        known.put("platform", new TreeSet<>());
        known.put("platform.embedded", new TreeSet<>(List.of("platform")));

        assertThat(RoomMap.of(known)).isEqualTo("""
                flowchart TD
                    cases[cases]
                    platform[platform]
                    platform_embedded[platform.embedded]
                    review[review]
                    cases --> platform
                    platform_embedded --> platform
                    review --> cases""");
    }
}
