package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.catalogue.Verdict.Outcome;
import cn.onenetwork.catalogue.Verdict.State;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApprovalRulesTest {

    private static final Map<String, Object> FORM = Map.of(
            "agree", true, "age", 60L, "amount", new BigDecimal("59.50"), "name", "示例", "kinds", List.of("A", "B"));

    @ParameterizedTest
    @CsvSource(delimiterString = "->", quoteCharacter = '"', textBlock = """
            form.agree                                  -> MET
            !form.agree                                 -> NOT_MET
            form.age >= 60                              -> MET
            double(form.age) > 59.5                     -> MET
            double(form.amount) <= double(form.age)     -> MET
            form.amount < 60                            -> MET
            form.age > 60                               -> NOT_MET
            size(form.name) == 2                        -> MET
            'B' in form.kinds                           -> MET
            form.kinds.all(kind, kind == 'A')           -> NOT_MET
            applicant.realNameLevel >= 'L3'             -> MET
            materials.licence.data.status == 'ACTIVE'   -> MET
            materials.licence.expired                   -> UNKNOWN
            form.missing                                -> UNKNOWN
            form.missing == 1                           -> UNKNOWN
            !form.missing                               -> UNKNOWN
            has(form.missing)                           -> NOT_MET
            !has(form.missing) || form.missing > 3      -> MET
            form.name > 3                               -> UNKNOWN
            form.name                                   -> UNKNOWN
            form.age / 0 == 1                           -> UNKNOWN
            form.age + 9223372036854775807 > 0          -> UNKNOWN
            materials.missing.submitted                 -> UNKNOWN
            """)
    void a_rule_holds_or_does_not_or_nobody_can_tell(String expression, State expected) {
        Facts facts = new Facts(
                FORM,
                Map.of("realNameLevel", "L3"),
                Map.of("licence", Map.of("submitted", true, "data", Map.of("status", "ACTIVE"))));

        assertThat(state(expression, facts)).isEqualTo(expected);
    }

    @Test
    void a_null_is_a_value_that_nobody_gave() {
        Map<String, Object> form = new HashMap<>();
        form.put("kind", null);

        assertThat(state("form.kind != 'FX'", facts(form))).isEqualTo(State.UNKNOWN);
        assertThat(state("!has(form.kind)", facts(form))).isEqualTo(State.MET);
        assertThat(state("size(form.kinds) == 1", facts(Map.of("kinds", Arrays.asList(1, null)))))
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void numbers_of_every_kind_reach_a_rule_by_value() {
        for (Number five : List.of(5, 5L, (short) 5, BigInteger.valueOf(5), 5.0, 5f, new BigDecimal("5.0"))) {
            assertThat(state("form.n == 5 && double(form.n) < 5.5", facts(Map.of("n", five))))
                    .as("%s", five.getClass())
                    .isEqualTo(State.MET);
        }
    }

    /// A rule such as `double(form.paid) == double(form.capital)` must not hold because both were rounded.
    @Test
    void numbers_that_would_be_rounded_are_not_known() {
        for (Number number : List.of(
                9_007_199_254_740_993L,
                new BigDecimal("0.12345678901234567890"),
                BigInteger.TWO.pow(70),
                new BigDecimal("1e400"),
                Double.NaN,
                Double.POSITIVE_INFINITY)) {
            assertThat(state("double(form.n) == double(form.n) || true", facts(Map.of("n", number))))
                    .as("%s", number)
                    .isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void an_application_approves_itself_where_all_rules_hold() {
        ApprovalRules rules = ApprovalRules.of(List.of(rule("R1", "form.agree"), rule("R2", "form.age >= 60")));

        Verdict all = rules.evaluate(facts(FORM));
        Verdict one = rules.evaluate(facts(Map.of("agree", true, "age", 59L)));

        assertThat(all.approved()).isTrue();
        assertThat(all.open()).isEmpty();
        assertThat(one.approved()).isFalse();
        assertThat(one.open()).containsExactly(new Outcome("R2", State.NOT_MET, "asks R2", "tells R2"));
        assertThat(one.outcomes()).extracting(Outcome::state).containsExactly(State.MET, State.NOT_MET);
    }

    @Test
    void without_rules_nothing_approves_itself() {
        assertThat(ApprovalRules.of(List.of()).evaluate(facts(FORM)).approved()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody.age > 3",
                "age > 3",
                "form.age >",
                "form",
                "1 + 1",
                "form.name.matches('(')",
                "form.name.shout()",
                "form.?name.hasValue()"
            })
    void a_rule_that_cannot_be_compiled_is_refused_by_its_id(String expression) {
        assertThatThrownBy(() -> ApprovalRules.of(List.of(rule("R1", "form.agree"), rule("R2", expression))))
                .isInstanceOf(ApprovalRules.Broken.class)
                .hasMessageStartingWith("Approval rules: R2 ");
    }

    @Test
    void a_rule_has_all_its_texts_and_an_id_of_its_own() {
        ApprovalRules rules = new ApprovalRules(List.of(
                rule("R1", "form.agree"),
                rule("R1", "form.agree"),
                new ApprovalRule("R2", "asks", "form.agree", null),
                new ApprovalRule(" ", "asks", "form.agree", "tells")));

        assertThat(rules.broken())
                .containsExactly(
                        "R1 occurs twice",
                        "a rule without id, description, expression or message",
                        "a rule without id, description, expression or message");
    }

    @Test
    void rules_are_not_longer_or_deeper_than_anybody_can_read() {
        String longOne = "form.agree" + " && form.agree".repeat(RuleLanguage.LONGEST_RULE / 14 + 1);
        String deepOne = "(".repeat(500) + "form.agree" + ")".repeat(500);

        assertThat(new ApprovalRules(List.of(rule("R1", longOne))).broken()).hasSize(1);
        assertThat(new ApprovalRules(List.of(rule("R1", deepOne))).broken()).hasSize(1);
    }

    @Test
    void the_version_changes_with_the_item_and_with_every_text_of_a_rule() {
        ServiceItem filing = SampleLibrary.item("ht-investment-filing");
        ApprovalRules rules = ApprovalRules.of(List.of(rule("R1", "form.agree")));

        assertThat(filing.approvalRulesVersion())
                .startsWith(filing.taskCode() + "@" + filing.version() + ":")
                .matches(".*:[0-9a-f]{16}")
                .endsWith(filing.approvalRules().digest().substring(0, 16));
        assertThat(List.of(
                        rules.digest(),
                        ApprovalRules.of(List.of(rule("R2", "form.agree"))).digest(),
                        ApprovalRules.of(List.of(rule("R1", "!form.agree"))).digest(),
                        ApprovalRules.of(List.of(new ApprovalRule("R1", "asks R1", "form.agree", "other")))
                                .digest(),
                        ApprovalRules.of(List.of()).digest()))
                .doesNotHaveDuplicates();
        assertThat(ApprovalRules.of(List.of(rule("R1", "form.agree"))).digest()).isEqualTo(rules.digest());
    }

    private static State state(String expression, Facts facts) {
        return ApprovalRules.of(List.of(rule("R1", expression)))
                .evaluate(facts)
                .outcomes()
                .getFirst()
                .state();
    }

    private static ApprovalRule rule(String id, String expression) {
        return new ApprovalRule(id, "asks " + id, expression, "tells " + id);
    }

    private static Facts facts(Map<String, ?> form) {
        return new Facts(form, Map.of(), Map.of());
    }
}
