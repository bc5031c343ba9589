package cn.onenetwork.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryCodeTest {

    @Property
    void is_eight_characters_of_its_alphabet_whatever_the_hash(@ForAll String hash) {
        assertThat(QueryCode.of(hash).value()).matches("[23456789CDFGHJKMNPQRTVWXY]{8}");
    }

    @Property
    void is_the_same_for_the_same_hash_and_opens_only_with_it(@ForAll String hash, @ForAll String other) {
        assertThat(QueryCode.of(hash).matches(QueryCode.of(hash))).isTrue();
        assertThat(QueryCode.of(hash).matches(QueryCode.of(other))).isEqualTo(hash.equals(other));
    }

    @Property
    void is_read_again_however_it_was_typed(@ForAll String hash, @ForAll long seed) {
        QueryCode code = QueryCode.of(hash);
        assertThat(QueryCode.parse(mistreated(code.value(), new Random(seed)))).hasValue(code);
    }

    /// With blanks, hyphens, small letters and full-width characters.
    private static String mistreated(String value, Random random) {
        StringBuilder typed = new StringBuilder();
        for (char one : value.toCharArray()) {
            typed.append(
                    switch (random.nextInt(6)) {
                        case 0 -> " " + one;
                        case 1 -> one + "-";
                        case 2 -> "\u3000" + one;
                        case 3 -> String.valueOf((char) (one - '!' + '\uff01'));
                        case 4 -> String.valueOf(Character.toLowerCase(one));
                        default -> String.valueOf(one);
                    });
        }
        return typed.toString();
    }

    /// A chi-square of 24 degrees of freedom is above 60 once in fifteen thousand times.
    @Test
    void has_every_character_about_as_often_in_every_place() {
        int codes = 25_000;
        for (int place = 0; place < QueryCode.LENGTH; place++) {
            int here = place;
            Map<Character, Long> counts = IntStream.range(0, codes)
                    .mapToObj(n -> QueryCode.of("hash " + n).value().charAt(here))
                    .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
            double expected = (double) codes / QueryCode.ALPHABET.length();
            double deviation = counts.values().stream()
                    .mapToDouble(count -> Math.pow(count - expected, 2) / expected)
                    .sum();
            assertThat(counts).hasSize(QueryCode.ALPHABET.length());
            assertThat(deviation).as("place %s", place).isLessThan(60);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2345678", "234567892", "2345678A", "0CDFGHJK", "234567 8 9 2", "\u0000CDFGHJK2", "查询密码查询密码"
            })
    void what_cannot_be_a_code_is_none(String typed) {
        assertThat(QueryCode.parse(typed)).isEmpty();
    }

    @Test
    void of_an_endless_text_is_not_even_looked_for() {
        assertThat(QueryCode.parse("23456789" + " ".repeat(1_000_000))).isEmpty();
    }

    @Test
    void is_never_repeated() {
        assertThat(QueryCode.of("hash")).hasToString("QueryCode");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueryCode("OOOOOOOO"))
                .withMessage("Not a query code.");
    }
}
