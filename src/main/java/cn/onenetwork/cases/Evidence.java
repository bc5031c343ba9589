package cn.onenetwork.cases;

import cn.onenetwork.cases.CaseMaterialView.MaterialState;
import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.catalogue.Facts;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that is known of an application on the day it is filed, and no more: what the token proves, what other
/// authorities share, and the document that the service itself makes of the answers.
///
/// Of what only the applicant could have made - contracts, reports, resolutions - it is known that it was handed
/// in, or promised, but not what it says. That the answers say so is not the document.
///
/// @param facts     for the approval rules
/// @param materials what is known of the materials, by their keys
/// @param given     the keys of those that need no upload, and how far these can be trusted
record Evidence(Facts facts, Map<String, MaterialFact> materials, Map<String, TrustGrade> given) {

    static Evidence of(
            Caller applicant,
            @Nullable Corporation principal,
            ServiceItem item,
            Map<String, ?> answers,
            SharedRecord shared,
            CaseMaterials handedIn) {
        Map<String, MaterialFact> given = given(item, shared);
        Map<String, MaterialFact> materials = new LinkedHashMap<>(given);
        for (RequiredMaterial material : item.materials()) {
            fact(handedIn.slot(material.id())).ifPresent(fact -> materials.putIfAbsent(material.key(), fact));
        }
        Facts facts = new Facts(answers, applicant(applicant, principal, shared), values(materials));
        return new Evidence(facts, materials, grades(given));
    }

    /// What the service makes of the answers is the applicant's own word.
    private static Map<String, TrustGrade> grades(Map<String, MaterialFact> given) {
        return given.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        fact -> Objects.requireNonNullElse(fact.getValue().trustGrade(), TrustGrade.D)));
    }

    private static Optional<MaterialFact> fact(MaterialSlot slot) {
        return slot.provided() || slot.state() == MaterialState.COMMITTED
                ? slot.trustGrade().map(MaterialFact::handedIn)
                : Optional.empty();
    }

    /// What the token proves wins over what a register says: the register was asked for just this person.
    private static Map<String, Object> applicant(
            Caller applicant, @Nullable Corporation principal, SharedRecord shared) {
        Map<String, Object> facts = new LinkedHashMap<>(shared.applicant());
        facts.put("type", SubmissionPolicy.applicantType(principal).name());
        facts.put("realNameLevel", applicant.realNameLevel().name());
        facts.put("name", principal == null ? applicant.displayName() : principal.name());
        if (principal != null) {
            facts.put("uscc", principal.uscc());
            facts.put("corpRole", principal.role().name());
        }
        return facts;
    }

    /// Only what the item says can be shared is taken from a register.
    private static Map<String, MaterialFact> given(ServiceItem item, SharedRecord shared) {
        Map<String, MaterialFact> materials = new LinkedHashMap<>();
        for (RequiredMaterial material : item.materials()) {
            MaterialFact fact = shared.materials().get(material.key());
            if (material.shareSource() != null && fact != null) {
                materials.put(material.key(), fact);
            } else if (material.generated()) {
                materials.put(material.key(), MaterialFact.generated());
            }
        }
        return materials;
    }

    private static Map<String, Object> values(Map<String, MaterialFact> materials) {
        return materials.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, fact -> fact.getValue().values()));
    }

    /// Without the facts: they are about people.
    @Override
    public String toString() {
        return "Evidence" + materials.keySet();
    }
}
