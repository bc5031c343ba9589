package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckCharacterTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Test
    void Published_examples_have_the_published_check_character() {
        assertThat(CheckCharacter.compute("A12425GABC1234002")).isEqualTo('M');
        assertThat(CheckCharacter.compute("52019820220301000001")).isEqualTo('A');
        assertThat(CheckCharacter.verify("52019820220301000001A")).isTrue();
    }

    @Test
    void A_payload_of_other_characters_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CheckCharacter.compute(""));
        assertThatIllegalArgumentException().isThrownBy(() -> CheckCharacter.compute("12a4"));
        assertThatIllegalArgumentException().isThrownBy(() -> CheckCharacter.compute("12 4"));
    }

    @Test
    void Text_of_another_shape_is_simply_wrong() {
        assertThat(CheckCharacter.verify("")).isFalse();
        assertThat(CheckCharacter.verify("A")).isFalse();
        assertThat(CheckCharacter.verify("52019820220301000001a")).isFalse();
        assertThat(CheckCharacter.verify("５2019820220301000001A")).isFalse();
    }

    @Property
    void What_is_computed_verifies(
            @ForAll @StringLength(min = 1, max = 40) @Chars({'0', '5', '9', 'A', 'M', 'Z'}) String payload) {
        assertThat(CheckCharacter.verify(payload + CheckCharacter.compute(payload)))
                .isTrue();
    }

    @Property
    void Every_substitution_of_one_character_is_detected(
            @ForAll @StringLength(min = 1, max = 40) @Chars({'0', '1', '5', '9', 'A', 'M', 'Y', 'Z'}) String payload,
            @ForAll @IntRange(max = 40) int position,
            @ForAll @IntRange(max = 35) int replacement) {
        String text = payload + CheckCharacter.compute(payload);
        int at = position % text.length();
        char other = ALPHABET.charAt(replacement);
        Assume.that(text.charAt(at) != other);
        assertThat(CheckCharacter.verify(text.substring(0, at) + other + text.substring(at + 1)))
                .isFalse();
    }

    @Property
    void A_transposition_is_detected_unless_the_two_are_neighbours_of_the_alphabet(
            @ForAll @StringLength(min = 2, max = 40) @Chars({'0', '2', '4', '6', 'A', 'C', 'M', 'X'}) String payload,
            @ForAll @IntRange(max = 38) int position) {
        String text = payload + CheckCharacter.compute(payload);
        int at = position % (text.length() - 1);
        int distance = Math.floorMod(ALPHABET.indexOf(text.charAt(at)) - ALPHABET.indexOf(text.charAt(at + 1)), 36);
        Assume.that(distance > 1 && distance < 35);
        assertThat(CheckCharacter.verify(transposed(text, at))).isFalse();
    }

    @Test
    void One_transposition_of_neighbours_stays_hidden_and_that_is_the_standards_limit() {
        long hidden = 0;
        for (char first : ALPHABET.toCharArray()) {
            for (int pair = 0; pair < 36; pair++) {
                String text = "" + first + ALPHABET.charAt(pair) + ALPHABET.charAt((pair + 1) % 36);
                text += CheckCharacter.compute(text);
                hidden += CheckCharacter.verify(transposed(text, 1)) ? 1 : 0;
            }
        }
        assertThat(hidden).isEqualTo(36);
    }

    private static String transposed(String text, int at) {
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
