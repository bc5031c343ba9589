package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseNumberTest {
    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);

    @Test
    void The_first_case_of_a_day_has_the_published_number() {
        assertThat(CaseNumber.of("520198", DAY, 1)).hasToString("52019820220301000001A");
    }

    @Test
    void Parts_are_read_back_from_the_number() {
        CaseNumber number = new CaseNumber("52019820220301000001A");
        assertThat(number.regionCode()).isEqualTo("520198");
        assertThat(number.day()).isEqualTo(DAY);
        assertThat(number.sequence()).isEqualTo(1);
    }

    @Test
    void A_number_read_out_in_lower_case_is_understood() {
        assertThat(CaseNumber.parse("52019820220301000001a")).contains(CaseNumber.of("520198", DAY, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "52019820220301000001",
                "52019820220301000001B",
                "5201982022030100001A",
                "52019820220301000001A ",
                "5201982022030100000１A",
                "5201982022030100000AA"
            })
    void Another_shape_or_check_character_is_refused(String text) {
        assertThat(CaseNumber.parse(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseNumber(text))
                .withMessage("Not a case number.");
    }

    @Test
    void A_day_that_never_was_and_a_sequence_of_zero_are_refused() {
        for (char check : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
            assertThat(CaseNumber.parse("52019820220229000001" + check)).isEmpty();
            assertThat(CaseNumber.parse("52019800000101000001" + check)).isEmpty();
            assertThat(CaseNumber.parse("52019820220301000000" + check)).isEmpty();
        }
    }

    @Test
    void A_number_is_made_only_of_parts_in_range() {
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of("52019", DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of("5201９8", DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of("520198", DAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of("520198", DAY, 1_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.of("520198", LocalDate.of(10_000, 1, 1), 1));
    }

    @Property
    void Every_number_survives_parsing(@ForAll("numbers") CaseNumber number) {
        assertThat(CaseNumber.parse(number.value())).contains(number);
        assertThat(CaseNumber.of(number.regionCode(), number.day(), number.sequence()))
                .isEqualTo(number);
    }

    @Property
    void Every_substitution_of_one_character_is_detected(
            @ForAll("numbers") CaseNumber number,
            @ForAll @IntRange(max = 20) int at,
            @ForAll @IntRange(max = 35) int replacement) {
        String text = number.value();
        char other = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(replacement);
        Assume.that(text.charAt(at) != other);
        assertThat(CaseNumber.parse(text.substring(0, at) + other + text.substring(at + 1)))
                .isEmpty();
    }

    @Property
    void A_transposition_is_detected_unless_the_two_digits_are_neighbours(
            @ForAll("numbers") CaseNumber number, @ForAll @IntRange(max = 18) int at) {
        String text = number.value();
        Assume.that(Math.abs(text.charAt(at) - text.charAt(at + 1)) > 1);
        String swapped = text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        assertThat(CaseNumber.parse(swapped)).isEmpty();
    }

    @Provide
    Arbitrary<CaseNumber> numbers() {
        Arbitrary<String> regions = Arbitraries.integers().between(0, 999_999).map("%06d"::formatted);
        Arbitrary<LocalDate> days = Arbitraries.longs().between(0, 40_000).map(LocalDate.of(2000, 1, 1)::plusDays);
        return Combinators.combine(regions, days, Arbitraries.integers().between(1, 999_999))
                .as(CaseNumber::of);
    }
}
