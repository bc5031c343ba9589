package cn.onenetwork.catalogue;

import static cn.onenetwork.platform.Jsons.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormMaskTest {

    private static final FormSchema SCHEMA = FormSchema.of("""
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
              "name": {"type": "string", "x-sensitive": "NAME"},
              "idNumber": {"type": "string", "x-sensitive": "ID_NUMBER"},
              "mobile": {"type": "string", "x-sensitive": "MOBILE"},
              "address": {"type": "string", "x-sensitive": "ADDRESS"},
              "card": {"type": "string", "x-sensitive": "BANK_CARD"},
              "project": {"type": "string"}, "area": {"type": "number"}, "urgent": {"type": "boolean"},
              "members": {"type": "array", "items": {"type": "object", "properties": {
                "name": {"type": "string", "x-sensitive": "NAME"}, "share": {"type": "number"}}}}}}
            """, Clock.systemUTC());

    private static final JsonObject FULL = json("""
            {"name": "张大友", "idNumber": "11010519491231002X", "mobile": "13812345678",
             "address": "贵州省贵阳市云岩区中华路 1 号", "card": "6222000000000000001", "project": "样板", "area": 12.50,
             "urgent": true, "members": [{"name": "李安", "share": 1}], "extra": {"phone": 13812345678, "said": "13812345678"},
             "nothing": null}
            """);

    @Test
    void every_personal_value_is_masked_by_its_kind_and_the_others_are_left_alone() {
        assertThat(SCHEMA.masked(FULL, true)).isEqualTo(json("""
                {"name": "*大友", "idNumber": "1***05194912*****X", "mobile": "138****5678",
                 "address": "贵州省贵阳市云岩区***", "card": "622200*********0001", "project": "样板", "area": 12.50,
                 "urgent": true, "members": [{"name": "*安", "share": 1}], "extra": {"phone": "****", "said": "****"},
                 "nothing": null}
                """));
    }

    @Test
    void others_do_not_even_see_the_month_of_birth() {
        assertThat(SCHEMA.masked(FULL, false).getString("idNumber")).isEqualTo("1****************X");
    }

    @Test
    void what_has_another_shape_than_the_schema_says_is_hidden() {
        assertThat(SCHEMA.masked(
                        json("{\"idNumber\": 110105, \"members\": \"李安\", \"mobile\": {\"a\": \"138\"}}"), true))
                .isEqualTo(json("{\"idNumber\": \"****\", \"members\": \"李安\", \"mobile\": {\"a\": \"****\"}}"));
    }

    @Test
    void masked_values_are_found_where_they_come_back() {
        assertThat(SCHEMA.maskedAt(SCHEMA.masked(FULL, true)))
                .containsExactlyInAnyOrder(
                        List.of("name"),
                        List.of("idNumber"),
                        List.of("mobile"),
                        List.of("address"),
                        List.of("card"),
                        List.of("members", "0", "name"),
                        List.of("extra", "phone"),
                        List.of("extra", "said"));
        assertThat(SCHEMA.maskedAt(FULL)).isEmpty();
        assertThat(SCHEMA.maskedAt(json("{\"project\": \"5 * 7 m\"}"))).isEmpty();
    }

    @Test
    void a_form_that_is_nested_without_end_is_cut_off() {
        String deep = "[".repeat(200) + "]".repeat(200);

        assertThat(SCHEMA.masked(json("{\"extra\": " + deep + "}"), true).toString())
                .contains("****");
    }

    private static JsonObject json(String text) {
        return JSON.createReader(new StringReader(text)).readObject();
    }
}
