package cn.onenetwork.catalogue;

import cn.onenetwork.catalogue.Verdict.Outcome;
import cn.onenetwork.catalogue.Verdict.State;
import com.fasterxml.jackson.annotation.JsonCreator;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules under which one version of an instant item approves itself (自动审批规则): the texts as imported,
/// and compiled once somebody applies.
///
/// All of them must hold. A rule that does not hold, or of which something is not known, never refuses anybody:
/// it sends the case to a person (PIPL art. 24). What the rules say depends on the facts alone, not on the time
/// of day or the machine.
public final class ApprovalRules {

    static final ApprovalRules NONE = new ApprovalRules(List.of());

    private final List<ApprovalRule> rules;
    private volatile @Nullable List<Compiled> compiled;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ApprovalRules(List<ApprovalRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Compiles the rules.
    ///
    /// @throws Broken where one of them cannot be compiled
    public static ApprovalRules of(List<ApprovalRule> rules) {
        ApprovalRules together = new ApprovalRules(rules);
        List<Compiled> _ = together.compiled();
        return together;
    }

    /// The rules as imported, in their order.
    public List<ApprovalRule> rules() {
        return rules;
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /// SHA-256 over the ids and texts of the rules, 64 hexadecimal digits: it changes with every change of a
    /// rule.
    public String digest() {
        return CanonicalJson.digest(rules.stream()
                .map(rule -> List.of(rule.id(), rule.description(), rule.expression(), rule.message()))
                .toList());
    }

    /// What the rules say of an application. Never fails, whatever the facts are.
    ///
    /// @throws Broken where a rule cannot be compiled; never for an item that was imported
    public Verdict evaluate(Facts facts) {
        Optional<Map<String, Object>> values = RuleValues.of(facts);
        return new Verdict(compiled().stream().map(rule -> rule.outcome(values)).toList());
    }

    /// Why rules cannot be compiled, each with its id; none where all can.
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ApprovalRule rule : rules) {
            if (incomplete(rule)) {
                broken.add("a rule without id, description, expression or message");
            } else if (!ids.add(rule.id())) {
                broken.add(rule.id() + " occurs twice");
            } else {
                RuleLanguage.problem(rule.expression()).ifPresent(problem -> broken.add(rule.id() + " " + problem));
            }
        }
        return broken;
    }

    /// What an operator left out is null here, whatever the types promise.
    private static boolean incomplete(ApprovalRule rule) {
        return Stream.of(rule.id(), rule.description(), rule.expression(), rule.message())
                .anyMatch(text -> Objects.requireNonNullElse(text, "").isBlank());
    }

    private List<Compiled> compiled() {
        List<Compiled> known = compiled;
        if (known == null) {
            List<String> broken = broken();
            if (!broken.isEmpty()) {
                throw new Broken(broken);
            }
            known = rules.stream()
                    .map(rule -> new Compiled(rule, RuleLanguage.program(rule.expression())))
                    .toList();
            compiled = known;
        }
        return known;
    }

    private record Compiled(ApprovalRule rule, Program program) {

        Outcome outcome(Optional<Map<String, Object>> values) {
            State state = values.map(this::state).orElse(State.UNKNOWN);
            return new Outcome(rule.id(), state, rule.description(), rule.message());
        }

        /// A value that is missing or of another type, and a limit of the work, end in an exception of the
        /// evaluation. The others are there because data must never break a submission.
        private State state(Map<String, Object> values) {
            try {
                Object said = program.eval(values);
                if (said instanceof Boolean holds) {
                    return holds ? State.MET : State.NOT_MET;
                }
                return State.UNKNOWN;
            } catch (CelEvaluationException | RuntimeException | StackOverflowError unknown) {
                return State.UNKNOWN;
            }
        }
    }

    /// Rules that cannot be compiled, so that their item must not be imported. The message is for the operator.
    public static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken(List<String> broken) {
            super("Approval rules: " + String.join("; ", broken));
        }
    }
}
