package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.onenetwork.identity.UnifiedSocialCreditCode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
class TaskCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"11370800MB285591843370117002011", "11440100007482575H3440118009000"})
    void Codes_in_use_are_read_in_their_parts(String text) {
        TaskCode code = TaskCode.parse(text).orElseThrow();
        assertThat(code).hasToString(text);
        assertThat(code.level()).isEqualTo(3);
        assertThat(code.catalogCode()).isEqualTo(text.substring(19));
        assertThat(code.handlingItem()).isEmpty();
        assertThat(code.item()).isEqualTo(code);
        assertThat(UnifiedSocialCreditCode.parse(code.organisation())).isPresent();
    }

    @Test
    void Two_more_digits_name_a_handling_item() {
        TaskCode code = new TaskCode("11370800MB28559184337011700201101");
        assertThat(code.handlingItem()).contains("01");
        assertThat(code.item()).isEqualTo(new TaskCode("11370800MB285591843370117002011"));
        assertThat(code.catalogCode()).isEqualTo("370117002011");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "XK00001001",
                "370117002011",
                "11370800MB2855918433701170020110",
                "11370800MB285591840370117002011",
                "11370800MB285591848370117002011",
                "11370800MB28559184337011700201A1B",
                "11370800mb285591843370117002011",
                "11370800MB285591843370117002011\n",
                "511Z07001006-511602000000-000-11511500-1-00"
            })
    void Another_shape_is_refused(String text) {
        assertThat(TaskCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskCode(text));
    }

    @Test
    void Parts_of_the_wrong_length_make_no_code_even_if_together_they_have_the_right_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> TaskCode.of("11370800MB2855918", 4, "3370117002011"));
        assertThatIllegalArgumentException().isThrownBy(() -> TaskCode.of("11370800MB28559184", 8, "370117002011"));
    }

    @Property
    void Parts_put_together_are_read_back(
            @ForAll("organisations") String organisation,
            @ForAll @IntRange(min = 1, max = 7) int level,
            @ForAll("catalogCodes") String catalogCode) {
        TaskCode code = TaskCode.of(organisation, level, catalogCode);
        assertThat(TaskCode.parse(code.value())).contains(code);
        assertThat(code.organisation()).isEqualTo(organisation);
        assertThat(code.level()).isEqualTo(level);
        assertThat(code.catalogCode()).isEqualTo(catalogCode);
    }

    @Provide
    Arbitrary<String> organisations() {
        return Arbitraries.strings()
                .withChars("0123456789ABCDEFGHJKLMNPQRTUWXY")
                .ofLength(18);
    }

    @Provide
    Arbitrary<String> catalogCodes() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'Z')
                .ofLength(12);
    }
}
