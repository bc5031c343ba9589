package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.onenetwork.catalogue.SampleItems.SampleItem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for every form of the sample library.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SampleFormsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, FormSchema> SCHEMAS = new HashMap<>();

    static {
        SampleItems.ALL.forEach(item -> SCHEMAS.put(item.id(), FormSchema.of(item.form(), CLOCK)));
    }

    record Field(SampleItem item, String name, Map<String, Object> schema) {
        @Override
        public String toString() {
            return item + "." + name;
        }
    }

    static Stream<SampleItem> items() {
        assertThat(SampleItems.ALL).hasSize(48);
        return SampleItems.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("items")
    void The_example_of_every_item_is_valid(SampleItem item) {
        assertThat(problems(item, item.formExample())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("items")
    void Each_required_field_that_is_missing_is_exactly_one_problem(SampleItem item) {
        List<?> required = (List<?>) item.form().get("required");
        assertThat(required).isNotEmpty().allSatisfy(name -> {
            Map<String, Object> form = new LinkedHashMap<>(item.formExample());
            assertThat(form.remove(name)).isNotNull();
            assertThat(problems(item, form))
                    .extracting(FormProblem::path, FormProblem::keyword)
                    .containsExactly(tuple(List.of(name), "required"));
        });
    }

    @ParameterizedTest
    @MethodSource("items")
    void An_empty_form_lacks_all_required_fields_in_the_order_of_the_form(SampleItem item) {
        List<?> required = (List<?>) item.form().get("required");
        List<String> expected =
                fields(item).map(Field::name).filter(required::contains).toList();
        assertThat(problems(item, Map.of()))
                .extracting(problem -> String.join("/", problem.path()))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("items")
    void A_field_that_the_form_does_not_have_is_a_problem(SampleItem item) {
        Map<String, Object> form = new LinkedHashMap<>(item.formExample());
        form.put("surprise", "x");
        assertThat(problems(item, form))
                .extracting(FormProblem::path, FormProblem::keyword, FormProblem::message)
                .containsExactly(tuple(List.of("surprise"), "additionalProperties", "未知字段：不属于本表单，请去掉"));
    }

    @Property
    void A_value_of_another_type_is_a_problem_at_its_field(
            @ForAll("fields") Field field, @ForAll("values") Object value) {
        Map<String, Object> form = new LinkedHashMap<>(field.item().formExample());
        form.put(field.name(), value);
        List<FormProblem> atField = problems(field.item(), form).stream()
                .filter(problem -> problem.path().equals(List.of(field.name())))
                .toList();
        if (hasType(value, (String) field.schema().get("type"))) {
            assertThat(atField).extracting(FormProblem::keyword).doesNotContain("type");
        } else {
            assertThat(atField).extracting(FormProblem::keyword).contains("type");
        }
    }

    @Property(tries = 300)
    void Numbers_count_by_their_value_and_not_by_their_class(@ForAll("fields") Field field) {
        Map<String, Object> form = new LinkedHashMap<>(field.item().formExample());
        Object value = form.get(field.name());
        if (value instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            for (Object same : List.of(exact, exact.setScale(6), exact.doubleValue())) {
                form.put(field.name(), same);
                assertThat(problems(field.item(), form))
                        .as("%s as %s", field, same.getClass())
                        .isEmpty();
            }
        }
        assertThat(problems(field.item(), field.item().formExample())).isEmpty();
    }

    @Provide
    Arbitrary<Field> fields() {
        return Arbitraries.of(
                SampleItems.ALL.stream().flatMap(SampleFormsTest::fields).toList());
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.of("文字", 7, 7L, 7.5, new BigDecimal("7.25"), true, List.of(), Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Stream<Field> fields(SampleItem item) {
        Map<String, Map<String, Object>> properties =
                (Map<String, Map<String, Object>>) item.form().get("properties");
        return properties.entrySet().stream().map(entry -> new Field(item, entry.getKey(), entry.getValue()));
    }

    private static boolean hasType(Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static List<FormProblem> problems(SampleItem item, Map<String, Object> form) {
        return SCHEMAS.get(item.id()).problems(form, Locale.CHINA);
    }
}
