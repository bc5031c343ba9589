package cn.onenetwork.cases;

import cn.onenetwork.catalogue.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Asks the rules of an instant item, and keeps what they said. A rule that is not met or cannot be told never
/// rejects: it leaves the decision to a human, with its message.
@ApplicationScoped
class InstantDecisions {

    private final Explanations explanations;

    InstantDecisions(Explanations explanations) {
        this.explanations = explanations;
    }

    Uni<InstantVerdict> verdict(ServiceCase found, Evidence evidence, Moment moment) {
        DecisionExplanation explanation = explanation(evidence, moment);
        return explanations.keep(found.id(), explanation).replaceWith(verdict(explanation));
    }

    private static DecisionExplanation explanation(Evidence evidence, Moment moment) {
        Verdict said = moment.item().approvalRules().evaluate(evidence.facts());
        return new DecisionExplanation(
                said.approved(),
                moment.item().approvalRulesVersion(),
                evidence.facts().digest(),
                said.outcomes().stream()
                        .map(DecisionExplanation.RuleOutcome::of)
                        .toList(),
                moment.now(),
                shared(evidence.materials()));
    }

    private static Set<String> shared(Map<String, MaterialFact> materials) {
        return materials.entrySet().stream()
                .filter(material -> material.getValue().trustGrade() == TrustGrade.A)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static InstantVerdict verdict(DecisionExplanation explanation) {
        String open = explanation.outcomes().stream()
                .filter(outcome -> outcome.state() != DecisionExplanation.RuleState.MET)
                .map(DecisionExplanation.RuleOutcome::message)
                .collect(Collectors.joining("\n"));
        return new InstantVerdict(explanation.approved(), explanation.approved() ? null : open);
    }
}
