package cn.onenetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MaskingTest {
    @ParameterizedTest
    @CsvSource({"王大友, *大友", "李安, *安", "李, *", "'', ''", "'  ', ''", "𠮷田, *田", "古丽娜尔·买买提, *丽娜尔·买买提"})
    void A_name_loses_its_first_character(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @Test
    void An_identity_number_shows_its_ends_or_what_its_owner_recognises() {
        assertThat(Masking.idNumberStrong("34052419740213001X")).isEqualTo("3****************X");
        assertThat(Masking.idNumber("34052319740212001X")).isEqualTo("3***23197402*****X");
    }

    @ParameterizedTest
    @CsvSource({"1234567890, 123****890", "E12345678, E12***678", "A1, ****", "'', ****", "ABC, A*C"})
    void Other_documents_show_the_first_and_the_last_third(String number, String masked) {
        assertThat(Masking.otherDocument(number)).isEqualTo(masked);
    }

    @Test
    void An_identity_number_of_another_shape_is_masked_like_any_document() {
        assertThat(Masking.idNumber("1234567890")).isEqualTo("123****890");
        assertThat(Masking.idNumberStrong("12")).isEqualTo("****");
    }

    @ParameterizedTest
    @CsvSource({"13788889050, 137****9050", "1378888905, ****", "+8613788889050, ****", "'', ****"})
    void A_mobile_number_shows_three_and_four_digits(String number, String masked) {
        assertThat(Masking.mobile(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "0571-88888709, 0571****8709",
        "057188888709, 0571****8709",
        "010-66668709, 010****8709",
        "0851-8888709, 0851****8709",
        "88888709, ****8709",
        "8709, ****",
        "call me, ****"
    })
    void A_landline_number_shows_its_area_and_four_digits(String number, String masked) {
        assertThat(Masking.landline(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "contact@163.com, con***@163.com",
        "tt@163.com, tt***@163.com",
        "@163.com, ****",
        "nobody, ****",
        "a@bc@163.com, a@b***@163.com"
    })
    void An_address_shows_three_characters_and_the_domain(String address, String masked) {
        assertThat(Masking.email(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "贵州省贵阳市云岩区中华北路 1 号, 贵州省贵阳市云岩区***",
        "贵阳国家高新区示例大道 88 号, 贵阳国家高新区***",
        "示例小区 3 栋 501, ****",
        "No. 1 Example Road, ****",
        "'', ****"
    })
    void A_home_shows_no_more_than_the_county(String address, String masked) {
        assertThat(Masking.address(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "6225751234561496, 622575******1496",
        "6225751234567891496, 622575*********1496",
        "12345678901, ****",
        "'', ****"
    })
    void A_bank_card_shows_six_and_four_digits(String number, String masked) {
        assertThat(Masking.bankCard(number)).isEqualTo(masked);
    }

    @Property
    void No_rule_for_numbers_shows_as_much_as_it_was_given(
            @ForAll @NumericChars @StringLength(max = 30) String number) {
        assertThat(Masking.idNumberStrong(number)).isNotEqualTo(number).contains("*");
        assertThat(Masking.idNumber(number)).isNotEqualTo(number).contains("*");
        assertThat(Masking.otherDocument(number)).isNotEqualTo(number).contains("*");
        assertThat(Masking.mobile(number)).isNotEqualTo(number).contains("****");
        assertThat(Masking.landline(number)).isNotEqualTo(number).contains("****");
        assertThat(Masking.bankCard(number)).isNotEqualTo(number).contains("*");
        assertThat(Masking.email(number)).isEqualTo("****");
    }
}
