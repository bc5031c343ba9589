package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.onenetwork.catalogue.SampleItems.SampleItem;
import cn.onenetwork.identity.ResidentIdNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormSchemaTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    private static final SampleItem FILING = SampleItems.item("ht-investment-filing");
    private static final SampleItem INSURANCE = SampleItems.item("ht-social-insurance-registration");

    @Test
    void All_problems_are_told_at_once_in_the_order_of_the_form() {
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("totalInvestment", -1);
        form.put("contactMobile", "12345");
        form.put("uscc", "91520198EXMPL0018F");
        form.remove("projectName");
        assertThat(problems(FILING, form))
                .extracting(FormProblem::path, FormProblem::keyword, FormProblem::message)
                .containsExactly(
                        tuple(List.of("uscc"), "usccCheckDigit", "统一社会信用代码：统一社会信用代码有误，请核对"),
                        tuple(List.of("contactMobile"), "pattern", "经办人手机号：格式不正确"),
                        tuple(List.of("projectName"), "required", "项目名称：不能为空"),
                        tuple(List.of("totalInvestment"), "minimum", "项目总投资：不能小于 0.01"));
    }

    @Test
    void English_names_a_field_by_its_key_where_the_title_is_Chinese() {
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("contactMobile", "12345");
        form.put("truthDeclaration", false);
        assertThat(schema(FILING).problems(form, Locale.UK))
                .extracting(FormProblem::message)
                .containsExactly("contactMobile: wrong format", "truthDeclaration: must be confirmed");
    }

    @Test
    void English_uses_a_title_that_is_not_Chinese() {
        FormSchema schema = object("\"mail\": {\"title\": \"E-mail\", \"type\": \"string\", \"format\": \"email\"}");
        assertThat(schema.problems(Map.of("mail", "nobody"), Locale.ENGLISH))
                .extracting(FormProblem::message)
                .containsExactly("E-mail: must be an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "fr", "und"})
    void Every_other_language_reads_Chinese(String tag) {
        assertThat(schema(FILING).problems(Map.of(), Locale.forLanguageTag(tag)))
                .first()
                .extracting(FormProblem::message)
                .isEqualTo("企业名称：不能为空");
    }

    @Test
    void A_field_that_a_condition_demands_is_missing_like_any_other() {
        Map<String, Object> form = new LinkedHashMap<>(FILING.formExample());
        form.put("foreignInvested", true);
        assertThat(problems(FILING, form))
                .containsExactly(new FormProblem(List.of("foreignCapital"), "required", "外方出资额：不能为空"));
    }

    @Test
    void A_field_demanded_twice_is_told_once() {
        FormSchema schema = FormSchema.of("""
            {"type": "object", "properties": {"a": {"type": "string", "title": "甲"}}, "required": ["a"],
             "allOf": [{"required": ["a"]}, {"if": {"type": "object"}, "then": {"required": ["a"]}}]}\
            """, CLOCK);
        assertThat(schema.problems(Map.of(), Locale.CHINA))
                .containsExactly(new FormProblem(List.of("a"), "required", "甲：不能为空"));
    }

    @Test
    void Rows_of_a_list_are_named_by_their_place() {
        Map<String, Object> form = new LinkedHashMap<>(INSURANCE.formExample());
        Map<String, Object> wrong = new LinkedHashMap<>(first(form, "employees"));
        wrong.put("idNumber", "110105194912310021");
        wrong.put("startDate", "2025-02-30");
        wrong.remove("name");
        form.put("employees", List.of(first(form, "employees"), wrong));
        assertThat(problems(INSURANCE, form))
                .extracting(FormProblem::path, FormProblem::keyword, FormProblem::message)
                .containsExactly(
                        tuple(List.of("employees", "1", "name"), "required", "参保职工第 2 项的姓名：不能为空"),
                        tuple(List.of("employees", "1", "idNumber"), "idCheckDigit", "参保职工第 2 项的公民身份号码：公民身份号码有误，请核对"),
                        tuple(
                                List.of("employees", "1", "startDate"),
                                "format",
                                "参保职工第 2 项的用工起始日：必须是真实的日期，格式为 2025-01-31"));
    }

    @Test
    void An_identity_number_of_the_future_is_not_true() {
        Map<String, Object> form = new LinkedHashMap<>(INSURANCE.formExample());
        Map<String, Object> employee = new LinkedHashMap<>(first(form, "employees"));
        employee.put("idNumber", "520198202603020018");
        form.put("employees", List.of(employee));
        Clock dayBefore = Clock.fixed(Instant.parse("2026-03-01T15:59:59Z"), ZoneOffset.UTC);
        Clock day = Clock.fixed(Instant.parse("2026-03-01T16:00:00Z"), ZoneOffset.UTC);
        assertThat(FormSchema.of(INSURANCE.form(), dayBefore).problems(form, Locale.CHINA))
                .extracting(FormProblem::keyword)
                .containsExactly("idCheckDigit");
        assertThat(FormSchema.of(INSURANCE.form(), day).problems(form, Locale.CHINA))
                .isEmpty();
    }

    @Test
    void A_number_in_the_shape_of_an_identity_number_is_checked_only_where_it_is_marked_as_one() {
        String field = "{\"type\": \"string\", \"pattern\": \"%s\"%s}";
        String pattern = ResidentIdNumber.PATTERN.replace("\\", "\\\\");
        FormSchema schema = object("\"plain\": " + field.formatted(pattern, "") + ", \"marked\": "
                + field.formatted(pattern, ", \"x-sensitive\": \"ID_NUMBER\""));
        String untrue = "110105194912310021";
        assertThat(schema.problems(Map.of("plain", untrue, "marked", untrue), Locale.CHINA))
                .extracting(FormProblem::path, FormProblem::keyword)
                .containsExactly(tuple(List.of("marked"), "idCheckDigit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | 2025-02-28 | 2025-02-30",
                "date | 2024-02-29 | 28.02.2025",
                "date-time | 2025-01-31T09:00:00+08:00 | 2025-01-31T25:00:00+08:00",
                "date-time | 2025-01-31T09:00:00Z | 2025-01-31",
                "email | a@example.com | a.example.com",
                "time | 09:00:00+08:00 | 25:00:00Z",
                "duration | P1DT2H | 1 day",
                "uri | https://example.org/ | /a b",
                "uri-reference | ../a | a b",
                "uuid | 123e4567-e89b-12d3-a456-426614174000 | 123",
                "ipv4 | 127.0.0.1 | 256.0.0.1",
                "ipv6 | ::1 | 127.0.0.1",
                "hostname | example.org | -a-",
                "regex | ^a$ | ("
            })
    void Formats_are_asserted(String format, String right, String wrong) {
        FormSchema schema = object("\"f\": {\"type\": \"string\", \"format\": \"" + format + "\"}");
        assertThat(schema.problems(Map.of("f", right), Locale.CHINA)).isEmpty();
        assertThat(schema.problems(Map.of("f", wrong), Locale.CHINA))
                .extracting(FormProblem::path, FormProblem::keyword)
                .containsExactly(tuple(List.of("f"), "format"));
    }

    @Test
    void Alternatives_that_all_fail_are_one_problem_where_they_stand() {
        FormSchema schema = FormSchema.of("""
            {"type": "object", "properties": {"phone": {"type": "string"}, "mail": {"type": "string"},
             "rows": {"type": "array", "title": "行",
             "items": {"oneOf": [{"type": "integer"}, {"type": "boolean"}]}}},
             "anyOf": [{"required": ["phone"]}, {"required": ["mail"]}]}\
            """, CLOCK);
        assertThat(schema.problems(Map.of("rows", List.of(1, "x", true)), Locale.CHINA))
                .containsExactly(
                        new FormProblem(List.of(), "anyOf", "表单：至少要符合一种填写方式"),
                        new FormProblem(List.of("rows", "1"), "oneOf", "行第 2 项：必须符合且只符合一种填写方式"));
        assertThat(schema.problems(Map.of("mail", "x", "rows", List.of(1)), Locale.CHINA))
                .isEmpty();
    }

    @Test
    void Fields_behind_a_reference_and_behind_a_dependency_are_found() {
        FormSchema schema = FormSchema.of("""
            {"type": "object", "$defs": {"person": {"type": "object", "title": "人", "required": ["name"],
              "properties": {"name": {"type": "string", "title": "姓名"}}}},
             "properties": {"owner": {"$ref": "#/$defs/person"}, "2024": {"type": "integer", "title": "二〇二四"}},
             "dependentRequired": {"owner": ["2024"]}}\
            """, CLOCK);
        assertThat(schema.problems(Map.of("owner", Map.of()), Locale.CHINA))
                .containsExactly(
                        new FormProblem(List.of("owner", "name"), "required", "姓名：不能为空"),
                        new FormProblem(List.of("2024"), "dependentRequired", "二〇二四：不能为空"));
    }

    @Test
    void Numbers_are_compared_exactly() {
        FormSchema schema = object("\"n\": {\"type\": \"number\", \"multipleOf\": 0.01, \"maximum\": 0.3},"
                + "\"i\": {\"type\": \"integer\", \"enum\": [1, 5000000000]}");
        assertThat(schema.problems(Map.of("n", 0.07, "i", 5e9), Locale.CHINA)).isEmpty();
        assertThat(schema.problems(Map.of("n", 0.30000000000000004, "i", 1.5), Locale.CHINA))
                .extracting(FormProblem::path, FormProblem::keyword)
                .containsExactlyInAnyOrder(
                        tuple(List.of("n"), "maximum"),
                        tuple(List.of("n"), "multipleOf"),
                        tuple(List.of("i"), "type"),
                        tuple(List.of("i"), "enum"));
    }

    @Test
    void Many_threads_may_ask_at_once() throws Exception {
        FormSchema schema = schema(INSURANCE);
        Map<String, Object> wrong = Map.of("employees", List.of(Map.of("name", 5)));
        List<FormProblem> expected = schema.problems(wrong, Locale.CHINA);
        List<Future<List<FormProblem>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 400; i++) {
                boolean right = i % 2 == 0;
                answers.add(
                        threads.submit(() -> schema.problems(right ? INSURANCE.formExample() : wrong, Locale.CHINA)));
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? List.of() : expected);
        }
        assertThat(expected).hasSizeGreaterThan(5);
    }

    private static FormSchema object(String properties) {
        return FormSchema.of("{\"type\": \"object\", \"properties\": {" + properties + "}}", CLOCK);
    }

    private static FormSchema schema(SampleItem item) {
        return FormSchema.of(item.form(), CLOCK);
    }

    private static List<FormProblem> problems(SampleItem item, Map<String, Object> form) {
        return schema(item).problems(form, Locale.CHINA);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Map<String, Object> form, String list) {
        return ((List<Map<String, Object>>) form.get(list)).getFirst();
    }
}
