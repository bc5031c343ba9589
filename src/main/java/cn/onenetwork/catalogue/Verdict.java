package cn.onenetwork.catalogue;

import java.util.List;

/// What the approval rules of an item say of one application.
///
/// @param outcomes one for each rule, in the order of the rules
public record Verdict(List<Outcome> outcomes) {

    public Verdict {
        outcomes = List.copyOf(outcomes);
    }

    /// Whether the application approves itself: there are rules, and all of them hold.
    public boolean approved() {
        return !outcomes.isEmpty() && open().isEmpty();
    }

    /// What a person has to look at; none where the application approves itself, or there are no rules.
    public List<Outcome> open() {
        return outcomes.stream().filter(outcome -> outcome.state() != State.MET).toList();
    }

    /// What one rule says.
    ///
    /// @param description what the rule asks
    /// @param message     what the applicant is told where it does not hold
    public record Outcome(String ruleId, State state, String description, String message) {}

    /// Whether a rule holds.
    public enum State {
        /// It holds. 满足。
        MET,
        /// It does not: a person decides. 不满足，转人工审查。
        NOT_MET,
        /// Something it asks for is not known, or is of another kind than it expects: a person decides.
        /// 无法判断，转人工审查。
        UNKNOWN
    }
}
