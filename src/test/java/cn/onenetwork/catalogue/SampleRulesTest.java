package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.SampleFacts.Sample;
import cn.onenetwork.catalogue.Verdict.Outcome;
import cn.onenetwork.catalogue.Verdict.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The rules of the sample catalogue, with the facts that the catalogue itself gives as an example.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SampleRulesTest {

    private static final List<Sample> SAMPLES = SampleFacts.all();

    @Test
    void all_rules_compile() {
        assertThat(SAMPLES)
                .flatExtracting(sample -> sample.item().approvalRules().broken())
                .isEmpty();
        assertThat(SAMPLES).hasSize(29);
        assertThat(SAMPLES)
                .flatExtracting(sample -> sample.item().approvalRules().rules())
                .hasSize(161);
    }

    @Test
    void every_item_in_use_approves_its_example_where_everything_is_known() {
        Map<String, List<String>> open = new LinkedHashMap<>();
        SAMPLES.forEach(sample -> open.put(sample.item().id(), unmet(sample, sample.facts())));
        open.values().removeIf(List::isEmpty);

        assertThat(open).isEqualTo(Map.of("cbz-foreign-trade-operator-filing", List.of("R02 NOT_MET")));
    }

    @Test
    void every_rule_has_a_case_that_goes_to_a_person() {
        for (Sample sample : SAMPLES) {
            List<String> reached = sample.mutations().stream()
                    .flatMap(facts -> sample.item().approvalRules().evaluate(facts).open().stream())
                    .map(Outcome::ruleId)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(reached)
                    .as(sample.item().id())
                    .containsExactlyElementsOf(sample.item().approvalRules().rules().stream()
                            .map(ApprovalRule::id)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void where_nothing_is_known_no_rule_that_asks_for_something_holds() {
        Facts nothing = new Facts(Map.of(), Map.of(), Map.of());
        Map<State, Long> states = SAMPLES.stream()
                .filter(sample -> sample.item().state() == ItemState.IN_USE)
                .flatMap(sample -> sample.item().approvalRules().evaluate(nothing).outcomes().stream())
                .collect(Collectors.groupingBy(Outcome::state, Collectors.counting()));

        // Two rules ask for nothing where an optional list was left out (has(form.employees), has(form.services)), and
        // one asks whether a number was given (has(form.fireAcceptanceNo)).
        assertThat(states).isEqualTo(Map.of(State.UNKNOWN, 156L, State.NOT_MET, 1L, State.MET, 2L));
    }

    @Test
    void what_is_said_depends_on_the_facts_alone() {
        for (Sample sample : SAMPLES) {
            for (Facts facts : sample.mutations()) {
                assertThat(sample.item().approvalRules().evaluate(facts))
                        .isEqualTo(sample.item().approvalRules().evaluate(facts));
            }
        }
    }

    private static List<String> unmet(Sample sample, Facts facts) {
        return sample.item().approvalRules().evaluate(facts).open().stream()
                .map(outcome -> outcome.ruleId() + " " + outcome.state())
                .toList();
    }
}
