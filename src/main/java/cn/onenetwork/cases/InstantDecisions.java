package cn.onenetwork.cases;

import cn.onenetwork.catalogue.FormValues;
import cn.onenetwork.catalogue.Verdict;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks the rules of an instant item, and keeps what they said. A rule that is not met or cannot be told never
/// rejects: it leaves the decision to a human, with its message.
@ApplicationScoped
class InstantDecisions {

    private final FindingFacts facts;
    private final Explanations explanations;

    InstantDecisions(FindingFacts facts, Explanations explanations) {
        this.facts = facts;
        this.explanations = explanations;
    }

    Uni<InstantVerdict> verdict(Caller caller, ServiceCase found, Moment moment) {
        Corporation principal = found.onBehalfOf() == null ? null : caller.corporation();
        return evidence(caller, principal, found, moment)
                .map(evidence -> explanation(evidence, moment))
                .call(explanation -> explanations.keep(found.id(), explanation))
                .map(InstantDecisions::verdict);
    }

    private Uni<Evidence> evidence(Caller caller, @Nullable Corporation principal, ServiceCase found, Moment moment) {
        return facts.find(
                caller, principal, moment.item(), FormValues.of(found.form().json()));
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
