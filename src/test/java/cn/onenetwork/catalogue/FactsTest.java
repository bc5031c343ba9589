package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.onenetwork.catalogue.Verdict.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Facts that nobody stated with good intent, and the digest by which they are recognised.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FactsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final List<ApprovalRules> RULES =
            SampleLibrary.items().stream().map(ServiceItem::approvalRules).toList();

    @Property(tries = 200)
    void The_order_of_keys_does_not_matter(@ForAll("objects") Map<String, Object> form) {
        assertThat(digest(reversed(form))).isEqualTo(digest(form));
    }

    @Property(tries = 200)
    void Every_value_matters(
            @ForAll("objects") Map<String, Object> form, @ForAll String key, @ForAll("values") Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(key, value);

        assertThat(digest(changed).equals(digest(form))).isEqualTo(same(form, changed));
    }

    @Property(tries = 100)
    void No_facts_make_a_rule_fail(
            @ForAll("objects") Map<String, Object> form,
            @ForAll("objects") Map<String, Object> applicant,
            @ForAll("objects") Map<String, Object> materials) {
        Facts facts = new Facts(form, applicant, materials);

        assertThat(RULES)
                .allSatisfy(
                        rules -> assertThat(rules.evaluate(facts).outcomes()).hasSameSizeAs(rules.rules()));
    }

    /// Names that the rules really ask for, so that wrong values get there.
    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<String> keys = Arbitraries.of(
                "uscc", "shareholders", "age", "idNumber", "amount", "applicantId", "businessLicence", "data", "type");
        return Arbitraries.maps(keys, values()).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> simple = Arbitraries.oneOf(
                Arbitraries.of("", "L3", "ACTIVE", "a".repeat(20_000), true, false, 5L, 5.5, -0.1, Long.MAX_VALUE),
                Arbitraries.of(new BigDecimal("1e500"), Double.NaN, List.of(), Map.of()),
                Arbitraries.strings().ofMaxLength(5));
        return Arbitraries.lazyOf(
                () -> simple,
                () -> simple.list().ofMaxSize(3).map(list -> list),
                () -> simple.map(value -> Map.of("uscc", value, "signed", value)));
    }

    @Test
    void the_three_kinds_of_facts_are_told_apart() {
        Map<String, Object> value = Map.of("a", 1L);

        assertThat(List.of(
                        new Facts(value, Map.of(), Map.of()).digest(),
                        new Facts(Map.of(), value, Map.of()).digest(),
                        new Facts(Map.of(), Map.of(), value).digest()))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    /// Fixed, because digests are kept with decisions for years.
    @Test
    void the_digest_is_that_of_the_canonical_text() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("b", List.of(1L, "\\"));
        form.put("a", null);

        // printf '{"applicant":{},"form":{"a":null,"b":[1,"\\u005c",],},"materials":{},}' | sha256sum
        assertThat(digest(form)).isEqualTo("f31b745fc38347efc65232d94e8735df4d759a763e7d8dac1b6080a501934bb5");
    }

    @Test
    void numbers_count_by_value_and_are_no_texts() {
        assertThat(digest(Map.of("n", 5L)))
                .isEqualTo(digest(Map.of("n", 5)))
                .isEqualTo(digest(Map.of("n", new BigDecimal("5.00"))))
                .isNotEqualTo(digest(Map.of("n", "5")))
                .isNotEqualTo(digest(Map.of("n", new BigDecimal("5.01"))));
        assertThat(digest(Map.of("n", true))).isNotEqualTo(digest(Map.of("n", "true")));
    }

    @Test
    void half_a_character_counts_too() {
        assertThat(digest(Map.of("n", "\ud83d"))).isNotEqualTo(digest(Map.of("n", "\ud83e")));
        assertThat(digest(Map.of("n", "\ud83d"))).isNotEqualTo(digest(Map.of("n", "\\ud83d")));
    }

    @Test
    void what_is_too_deep_too_long_or_too_much_is_not_known() {
        for (Object huge :
                List.of(deep(200_000), "a".repeat(5_000_000), Collections.nCopies(1_000_000, 1L), within())) {
            Facts facts = new Facts(Map.of("x", huge), Map.of(), Map.of());

            assertTimeoutPreemptively(SOON, () -> {
                assertThat(state("!has(form.y)", facts)).isEqualTo(State.UNKNOWN);
                assertThat(facts.digest()).hasSize(64);
            });
        }
    }

    /// All within the limits of a form.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "form.text.matches('^(a+)+$')",
                "form.text.matches('(.*)*b')",
                "form.text.matches(form.bomb)",
                "form.list.all(a, form.list.all(b, form.list.all(c, a != b || b != c || a == c)))",
                "form.list.map(a, form.list.map(b, form.text + form.text)) == form.list",
                "form.list.exists(a, form.text.contains(form.text + 'b'))",
                "form.nested == form.nested && form.list == form.list"
            })
    void hostile_answers_end_soon(String expression) {
        Map<String, Object> form = Map.of(
                "text", "a".repeat(9_999),
                "bomb", "(x+x+)+y".repeat(1_000),
                "list", Collections.nCopies(15_000, "a".repeat(100)),
                "nested", deep(15));

        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(state(expression, new Facts(form, Map.of(), Map.of())))
                        .isIn(State.MET, State.NOT_MET, State.UNKNOWN));
    }

    @Test
    void work_has_a_limit_and_beyond_it_nobody_can_tell() {
        List<Long> list = Collections.nCopies(RuleLanguage.ITERATIONS, 1L);
        String expression = "form.list.all(a, a == 1)";

        assertThat(state(expression, new Facts(Map.of("list", list), Map.of(), Map.of())))
                .isEqualTo(State.MET);
        assertThat(state(
                        expression,
                        new Facts(
                                Map.of("list", Collections.nCopies(RuleLanguage.ITERATIONS + 2, 1L)),
                                Map.of(),
                                Map.of())))
                .isEqualTo(State.UNKNOWN);
    }

    private static State state(String expression, Facts facts) {
        return ApprovalRules.of(List.of(new ApprovalRule("R1", "asks", expression, "tells")))
                .evaluate(facts)
                .outcomes()
                .getFirst()
                .state();
    }

    private static String digest(Map<String, ?> form) {
        return new Facts(form, Map.of(), Map.of()).digest();
    }

    private static boolean same(Map<String, Object> one, Map<String, Object> other) {
        return one.equals(other);
    }

    private static Map<String, Object> reversed(Map<String, Object> map) {
        List<String> keys = new ArrayList<>(map.keySet());
        Collections.reverse(keys);
        Map<String, Object> reversed = new LinkedHashMap<>();
        keys.forEach(key -> reversed.put(key, map.get(key)));
        return reversed;
    }

    private static Object deep(int levels) {
        Object value = "end";
        for (int i = 0; i < levels; i++) {
            value = List.of(value);
        }
        return value;
    }

    private static Object within() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        return self;
    }
}
