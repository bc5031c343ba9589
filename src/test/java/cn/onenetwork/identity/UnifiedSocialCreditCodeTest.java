package cn.onenetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnifiedSocialCreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final List<String> REAL = List.of(
            "91350100M000100Y43",
            "914403003429409755",
            "914403006990676707",
            "91440300L83341734R",
            "91350200776049653A",
            "11370800MB28559184",
            "11440100007482575H",
            "11511301008778183N");

    @Test
    void Real_codes_pass_both_checks() {
        assertThat(REAL)
                .allSatisfy(code -> assertThat(UnifiedSocialCreditCode.parse(code))
                        .hasValueSatisfying(parsed -> {
                            assertThat(parsed).hasToString(code);
                            assertThat(parsed.organisationCodeMatches()).isTrue();
                        }));
    }

    @Test
    void A_code_in_use_with_a_wrong_check_character_is_accepted_only_from_an_authority() {
        String code = "91350203M0001QAY9B";
        assertThat(UnifiedSocialCreditCode.parse(code)).isEmpty();
        assertThat(UnifiedSocialCreditCode.registered(code)).hasValueSatisfying(registered -> {
            assertThat(registered.checkCharacterMatches()).isFalse();
            assertThat(registered.organisationCodeMatches()).isTrue();
        });
    }

    @Test
    void Parts_are_read_from_their_places() {
        UnifiedSocialCreditCode code = new UnifiedSocialCreditCode("11370800MB28559184");
        assertThat(code.registrationClass()).isEqualTo("11");
        assertThat(code.regionCode()).isEqualTo("370800");
        assertThat(code.organisationCode()).isEqualTo("MB2855918");
    }

    @Test
    void A_wrong_organisation_code_is_noticed() {
        assertThat(new UnifiedSocialCreditCode("11370800MB28559194").organisationCodeMatches())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9135010",
                "91350100m000100y43",
                "91350100M000100I43",
                "9135010AM000100Y43",
                " 91350100M000100Y43",
                "91350100M000100Y43\n",
                "91350100M000100Y433"
            })
    void Another_shape_is_refused(String text) {
        assertThat(UnifiedSocialCreditCode.parse(text)).isEmpty();
        assertThat(UnifiedSocialCreditCode.registered(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new UnifiedSocialCreditCode(text));
    }

    @ParameterizedTest
    @CsvSource({
        "91, ENTERPRISE",
        "92, ENTERPRISE",
        "93, ENTERPRISE",
        "12, PUBLIC_INSTITUTION",
        "51, SOCIAL_ORGANISATION",
        "52, SOCIAL_ORGANISATION",
        "53, SOCIAL_ORGANISATION",
        "11, ADMINISTRATIVE_ORGAN",
        "13, OTHER_ORGANISATION",
        "19, OTHER_ORGANISATION",
        "59, OTHER_ORGANISATION",
        "Y1, OTHER_ORGANISATION",
        "A1, OTHER_ORGANISATION"
    })
    void The_registration_class_tells_the_type_of_applicant(String registrationClass, ApplicantType type) {
        assertThat(new UnifiedSocialCreditCode(registrationClass + "370800MB28559184").applicantType())
                .isEqualTo(type);
    }

    @Test
    void Types_of_applicants_carry_the_code_values_of_the_national_standard() {
        assertThat(ApplicantType.values()).extracting(ApplicantType::code).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(ApplicantType.ENTERPRISE.code()).isEqualTo(2);
    }

    @Property
    void Every_code_survives_parsing(@ForAll("codes") String code) {
        assertThat(UnifiedSocialCreditCode.parse(code))
                .hasValueSatisfying(parsed -> assertThat(parsed.value()).isEqualTo(code));
    }

    @Property
    void Every_substitution_of_one_character_is_detected(
            @ForAll("codes") String code,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @IntRange(max = 30) int replacement) {
        char other = ALPHABET.charAt(replacement);
        Assume.that(code.charAt(at) != other);
        assertThat(UnifiedSocialCreditCode.parse(code.substring(0, at) + other + code.substring(at + 1)))
                .isEmpty();
    }

    @Property
    void Every_transposition_of_adjacent_characters_is_detected(
            @ForAll("codes") String code, @ForAll @IntRange(max = 16) int at) {
        Assume.that(code.charAt(at) != code.charAt(at + 1));
        String swapped = code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
        assertThat(UnifiedSocialCreditCode.parse(swapped)).isEmpty();
    }

    /// Codes whose check character is found by trying all 31, so that the tested arithmetic does not test
    /// itself.
    @Provide
    Arbitrary<String> codes() {
        StringArbitrary any = Arbitraries.strings().withChars(ALPHABET);
        Arbitrary<String> digits = Arbitraries.strings().withCharRange('0', '9').ofLength(6);
        return Combinators.combine(any.ofLength(2), digits, any.ofLength(9))
                .as((registrationClass, region, organisation) ->
                        withCheckCharacter(registrationClass + region + organisation));
    }

    private static String withCheckCharacter(String payload) {
        List<String> passing = ALPHABET.chars()
                .mapToObj(check -> payload + (char) check)
                .filter(code -> UnifiedSocialCreditCode.parse(code).isPresent())
                .toList();
        assertThat(passing).hasSize(1);
        return passing.getFirst();
    }
}
