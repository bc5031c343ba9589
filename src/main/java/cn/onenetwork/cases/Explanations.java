package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.cases.DecisionExplanation.RuleOutcome;
import cn.onenetwork.cases.DecisionExplanation.RuleState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Keeps what the rules said; rows are only ever added, one for each time a case was filed.
@ApplicationScoped
class Explanations {

    Uni<Void> keep(UUID caseId, DecisionExplanation explanation) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into decision_explanation
                                    (case_id, at, approved, rule_version, inputs_digest, outcomes, shared)
                                values (:case, :at, :approved, :version, :digest, cast(cast(:outcomes as text) as jsonb), :shared)
                                """)
                        .setParameter("case", caseId)
                        .setParameter("at", explanation.at())
                        .setParameter("approved", explanation.approved())
                        .setParameter("version", explanation.ruleVersion())
                        .setParameter("digest", explanation.inputsDigest())
                        .setParameter("outcomes", json(explanation.outcomes()))
                        .setParameter("shared", explanation.shared().toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// The newest explanation of each case that has one.
    Uni<Map<UUID, DecisionExplanation>> of(List<UUID> caseIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select distinct on (case_id) case_id, approved, rule_version, inputs_digest,
                                    cast(outcomes as text), at, array_to_string(shared, ',')
                                from decision_explanation where case_id = any(cast(:cases as uuid[]))
                                order by case_id, at desc
                                """, Object[].class)
                        .setParameter("cases", caseIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], Explanations::explanation)));
    }

    private static DecisionExplanation explanation(Object[] row) {
        return new DecisionExplanation(
                (Boolean) row[1],
                (String) row[2],
                (String) row[3],
                outcomes((String) row[4]),
                ((OffsetDateTime) row[5]).toInstant(),
                Set.of(((String) row[6]).split(",")));
    }

    private static String json(List<RuleOutcome> outcomes) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (RuleOutcome outcome : outcomes) {
            array.add(JSON.createObjectBuilder()
                    .add("ruleId", outcome.ruleId())
                    .add("state", outcome.state().name())
                    .add("description", outcome.description())
                    .add("message", outcome.message()));
        }
        return array.build().toString();
    }

    private static List<RuleOutcome> outcomes(String text) {
        return JSON.createReader(new StringReader(text)).readArray().getValuesAs(JsonObject.class).stream()
                .map(outcome -> new RuleOutcome(
                        outcome.getString("ruleId"),
                        RuleState.valueOf(outcome.getString("state")),
                        outcome.getString("description"),
                        outcome.getString("message")))
                .toList();
    }
}
