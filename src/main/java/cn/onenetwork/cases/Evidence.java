package cn.onenetwork.cases;

import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.catalogue.Facts;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that is known of an application on the day it is filed, and no more: what the token proves, what other
/// authorities share, and the document that the service itself makes of the answers.
///
/// What only the applicant could have made - contracts, reports, resolutions, commitments that want a signature
/// - is not known, because nothing of it was handed in. That the answers say so is not the document.
///
/// @param facts     for the approval rules
/// @param materials what fills a slot without an upload, by the keys of the item's materials
record Evidence(Facts facts, Map<String, MaterialFact> materials) {

    /// The key under which every item has the document that is made of its form.
    private static final String GENERATED = "applicationForm";

    static Evidence of(
            Caller applicant,
            @Nullable Corporation principal,
            ServiceItem item,
            Map<String, ?> answers,
            SharedRecord shared) {
        Map<String, MaterialFact> materials = materials(item, shared);
        return new Evidence(new Facts(answers, applicant(applicant, principal, shared), values(materials)), materials);
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
    private static Map<String, MaterialFact> materials(ServiceItem item, SharedRecord shared) {
        Map<String, MaterialFact> materials = new LinkedHashMap<>();
        for (RequiredMaterial material : item.materials()) {
            MaterialFact fact = shared.materials().get(material.key());
            if (material.shareSource() != null && fact != null) {
                materials.put(material.key(), fact);
            } else if (material.key().equals(GENERATED)) {
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
