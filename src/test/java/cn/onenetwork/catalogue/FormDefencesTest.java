package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import cn.onenetwork.catalogue.SampleItems.SampleItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Forms that nobody filled in with good intent, or that hold what nobody else may read.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormDefencesTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final SampleItem FILING = SampleItems.item("ht-investment-filing");
    private static final FormSchema SCHEMA = FormSchema.of(FILING.form(), CLOCK);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SECRET = "s3cr3t-13912345678";

    @Property
    void What_was_typed_appears_nowhere(@ForAll("wrongForms") Map<String, Object> form) {
        for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            List<FormProblem> problems = SCHEMA.problems(form, locale);
            assertThat(problems).isNotEmpty();
            assertThat(problems.toString()).doesNotContain("s3cr3t", "13912345678", "314159");
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> wrongForms() {
        Arbitrary<Object> values = Arbitraries.of(
                SECRET,
                SECRET.repeat(2_000),
                314159,
                -314159.314159,
                new BigDecimal("314159e500"),
                List.of(SECRET),
                Map.of("x", SECRET));
        Arbitrary<String> names = Arbitraries.of(FILING.formExample().keySet());
        return Arbitraries.maps(names, values).ofMinSize(1).ofMaxSize(8);
    }

    @Test
    void Secrets_in_every_kind_of_rule_stay_secret() {
        FormSchema schema = FormSchema.of("""
            {"type": "object", "properties": {
             "date": {"format": "date"}, "time": {"format": "date-time"}, "mail": {"format": "email"},
             "enum": {"enum": ["a"]}, "const": {"const": "a"}, "not": {"not": {"type": "string"}},
             "any": {"anyOf": [{"const": 1}, {"pattern": "^a$"}]},
             "one": {"oneOf": [{"const": 1}, {"maxLength": 2}]},
             "list": {"type": "array", "uniqueItems": true, "contains": {"const": 1}},
             "object": {"propertyNames": {"pattern": "^a$"}}, "type": {"type": ["integer", "null"]},
             "never": false, "more": {"unevaluatedProperties": false}},
             "patternProperties": {"^p": {"pattern": "^a$"}}}\
            """, CLOCK);
        Map<String, Object> form = new HashMap<>();
        for (String name :
                List.of("date", "time", "mail", "enum", "const", "not", "any", "one", "type", "never", "phone")) {
            form.put(name, SECRET);
        }
        form.put("list", List.of(SECRET, SECRET));
        form.put("object", Map.of("b", SECRET));
        form.put("more", Map.of("b", SECRET));
        List<FormProblem> problems = schema.problems(form, Locale.CHINA);
        assertThat(problems.toString()).doesNotContain("s3cr3t", "13912345678");
        assertThat(problems)
                .extracting(problem -> problem.path().getFirst())
                .containsOnly(form.keySet().toArray(String[]::new));
        assertThat(problems).extracting(FormProblem::message).noneMatch(String::isBlank);
    }

    @Test
    void A_huge_text_is_told_as_too_long_and_quickly() {
        String huge = "1".repeat(1_000_000);
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("uscc", huge);
        form.put("industryCode", huge);
        form.put("content", huge);
        assertThat(soon(() -> SCHEMA.problems(form, Locale.CHINA)))
                .extracting(FormProblem::path, FormProblem::keyword, FormProblem::message)
                .containsExactly(
                        tuple(List.of("uscc"), "maxLength", "统一社会信用代码：不能超过 18 个字符"),
                        tuple(List.of("industryCode"), "maxLength", "国民经济行业代码：不能超过 10000 个字符"),
                        tuple(List.of("content"), "maxLength", "主要建设内容及规模：不能超过 1000 个字符"));
    }

    @Test
    void A_form_nested_too_deeply_is_one_problem() {
        Object nested = "x";
        for (int i = 0; i < 100_000; i++) {
            nested = i % 2 == 0 ? List.of(nested) : Map.of("a", nested);
        }
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("content", nested);
        assertThat(soon(() -> SCHEMA.problems(form, Locale.CHINA)))
                .containsExactly(new FormProblem(List.of("content"), "depth", "主要建设内容及规模：嵌套过深"));
    }

    @ParameterizedTest
    @CsvSource({"14, type", "15, depth"})
    void Sixteen_levels_are_looked_at(int levelsBelowTheField, String keyword) {
        Object nested = List.of();
        for (int i = 1; i < levelsBelowTheField; i++) {
            nested = List.of(nested);
        }
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("content", List.of(nested));
        assertThat(SCHEMA.problems(form, Locale.CHINA))
                .extracting(FormProblem::keyword)
                .containsExactly(keyword);
    }

    @Test
    void A_form_with_too_many_values_is_one_problem() {
        Map<String, Object> form = Map.of("content", Collections.nCopies(1_000_000, 0));
        assertThat(soon(() -> SCHEMA.problems(form, Locale.CHINA)))
                .containsExactly(new FormProblem(List.of(), "size", "表单：内容过多"));
    }

    @Test
    void Never_more_than_a_hundred_problems_are_told() {
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        for (int i = 0; i < 15_000; i++) {
            form.put("unknown" + i, i);
        }
        form.put("uscc", "wrong");
        List<FormProblem> problems = soon(() -> SCHEMA.problems(form, Locale.CHINA));
        assertThat(problems).hasSize(100).doesNotHaveDuplicates();
        assertThat(problems.getFirst().path()).containsExactly("uscc");
    }

    @Test
    void Names_from_outside_come_back_short_and_plain() {
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("<script>\u202e\r\nSet-Cookie", 1);
        form.put("甲".repeat(500_000), 1);
        form.put("", 1);
        assertThat(SCHEMA.problems(form, Locale.CHINA))
                .extracting(FormProblem::path)
                .containsExactlyInAnyOrder(List.of("_script____Set-Cookie"), List.of("甲".repeat(64)), List.of("_"));
    }

    @Test
    void Numbers_of_absurd_length_are_not_calculated_with() {
        List<Number> absurd = List.of(
                new BigDecimal("1e999999999"),
                new BigDecimal("1e-999999999"),
                BigInteger.TWO.pow(1_000_000),
                new BigDecimal("9".repeat(10_000)));
        for (Number number : absurd) {
            Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
            form.put("landArea", number);
            assertThat(soon(() -> SCHEMA.problems(form, Locale.CHINA)))
                    .containsExactly(new FormProblem(List.of("landArea"), "magnitude", "用地面积：数字过长"));
        }
    }

    @ParameterizedTest
    @CsvSource({"^(a+)+$", "^(a|a)*b$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a*)*b", "a.*a.*a.*a.*b"})
    void A_pattern_that_explodes_is_stopped(String pattern) {
        Map<String, Object> document =
                Map.of("type", "object", "properties", Map.of("f", Map.of("type", "string", "pattern", pattern)));
        FormSchema schema = FormSchema.of(document, CLOCK);
        assertThat(soon(() -> schema.problems(Map.of("f", "a".repeat(5_000) + "!"), Locale.CHINA)))
                .extracting(FormProblem::keyword)
                .containsExactly("pattern");
    }

    @Test
    void An_honest_pattern_has_room_for_the_longest_text() {
        BoundedRegex regex = new BoundedRegex("^[\\u4e00-\\u9fa5]+$");
        assertThat(regex.matches("甲".repeat(BoundedForm.TEXT))).isTrue();
        assertThat(regex.matches("甲".repeat(BoundedForm.TEXT - 1) + "a")).isFalse();
    }

    @Test
    void The_end_of_a_pattern_is_the_end_of_the_text() {
        assertThat(new BoundedRegex("^a$").matches("a\n")).isFalse();
        assertThat(new BoundedRegex("^a$").matches("a")).isTrue();
        assertThat(new BoundedRegex("^[$]\\$$").matches("$$")).isTrue();
        assertThat(new BoundedRegex("^(a$|b)").matches("a")).isTrue();
        assertThat(new BoundedRegex("^[\\]$]$").matches("$")).isTrue();
    }

    @Test
    void Null_is_a_value_of_the_wrong_type() {
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("content", null);
        assertThat(SCHEMA.problems(form, Locale.CHINA))
                .containsExactly(new FormProblem(List.of("content"), "type", "主要建设内容及规模：必须是文字"));
    }

    @Test
    void What_is_no_value_of_JSON_is_a_fault_of_the_caller() {
        Map<String, Object> form = new HashMap<>(Map.of("content", UUID.randomUUID()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHEMA.problems(form, Locale.CHINA).size());
    }

    @Test
    void The_form_is_not_changed() {
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("list", new ArrayList<>(List.of("1".repeat(20_000))));
        Map<String, Object> before = new LinkedHashMap<>(form);
        assertThat(SCHEMA.problems(form, Locale.CHINA)).isNotEmpty();
        assertThat(form).isEqualTo(before);
    }

    private static List<FormProblem> soon(ThrowingSupplier<List<FormProblem>> call) {
        return Assertions.assertTimeoutPreemptively(SOON, call);
    }
}
