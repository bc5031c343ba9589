package cn.onenetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
class ResidentIdNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "520198199003070017",
                "520198198506120026",
                "520198197809210032",
                "520198199201150042",
                "520198198804030053"
            })
    void Numbers_of_the_standard_and_of_the_personas_are_accepted(String number) {
        assertThat(ResidentIdNumber.parse(number, TODAY))
                .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo(number));
    }

    @Test
    void Region_birth_and_sex_are_read_from_the_number() {
        ResidentIdNumber woman = new ResidentIdNumber("11010519491231002X");
        assertThat(woman.regionCode()).isEqualTo("110105");
        assertThat(woman.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(woman.sex()).isEqualTo(ResidentIdNumber.Sex.FEMALE);
        assertThat(new ResidentIdNumber("440524188001010014").sex()).isEqualTo(ResidentIdNumber.Sex.MALE);
    }

    @Test
    void A_lower_case_x_is_read_as_X() {
        assertThat(ResidentIdNumber.parse("11010519491231002x", TODAY))
                .contains(new ResidentIdNumber("11010519491231002X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110105491231002",
                "11010519491231002",
                "110105194912310021",
                "01010519491231002X",
                "1101051949123100２X",
                "11010519491231002XX",
                "1101051949123X002X",
                "11010519491231002X\n",
                "11010517491231002X"
            })
    void Another_shape_or_check_digit_is_refused(String text) {
        assertThat(ResidentIdNumber.parse(text, TODAY)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidentIdNumber(text))
                .withMessage("Not a resident identity number.");
    }

    @Test
    void A_day_that_never_was_is_refused_even_with_the_right_check_digit() {
        assertThat(passing("52019819990229001")).isEmpty();
        assertThat(passing("52019820000229001")).hasSize(1);
        assertThat(passing("52019819991301001")).isEmpty();
        assertThat(passing("52019819990100001")).isEmpty();
    }

    @Test
    void Nobody_is_born_tomorrow() {
        String number = passing("52019820260302001").getFirst();
        assertThat(ResidentIdNumber.parse(number, LocalDate.of(2026, 3, 2))).isPresent();
        assertThat(ResidentIdNumber.parse(number, LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void It_prints_itself_masked() {
        assertThat(new ResidentIdNumber("11010519491231002X")).hasToString("1****************X");
    }

    @Property
    void Every_number_survives_parsing(@ForAll("numbers") String number) {
        assertThat(ResidentIdNumber.parse(number, TODAY)).contains(new ResidentIdNumber(number));
    }

    @Property
    void Every_substitution_of_one_character_is_detected(
            @ForAll("numbers") String number,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @IntRange(max = 10) int replacement) {
        char other = "0123456789X".charAt(replacement);
        Assume.that(number.charAt(at) != other);
        assertThat(ResidentIdNumber.parse(number.substring(0, at) + other + number.substring(at + 1), TODAY))
                .isEmpty();
    }

    @Property
    void Every_transposition_of_adjacent_characters_is_detected(
            @ForAll("numbers") String number, @ForAll @IntRange(max = 16) int at) {
        Assume.that(number.charAt(at) != number.charAt(at + 1));
        String swapped = number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
        assertThat(ResidentIdNumber.parse(swapped, TODAY)).isEmpty();
    }

    /// Numbers whose check character is found by trying all 11, so that the tested arithmetic does not test
    /// itself.
    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<Integer> regions = Arbitraries.integers().between(100_000, 999_999);
        Arbitrary<LocalDate> births = Arbitraries.longs().between(0, 60_000).map(LocalDate.of(1850, 1, 1)::plusDays);
        Arbitrary<Integer> sequences = Arbitraries.integers().between(0, 999);
        return Combinators.combine(regions, births, sequences)
                .as((region, birth, sequence) -> passing(
                                region + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + "%03d".formatted(sequence))
                        .getFirst());
    }

    private static List<String> passing(String payload) {
        return "0123456789X"
                .chars()
                .mapToObj(check -> payload + (char) check)
                .filter(number -> ResidentIdNumber.parse(number, TODAY).isPresent())
                .toList();
    }
}
