package cn.onenetwork.cases;

import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.catalogue.Facts;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The evidence of an application, for tests of rooms that provide a part of it.
public final class EvidenceFixture {

    private EvidenceFixture() {}

    public static Facts facts(
            Caller applicant,
            @Nullable Corporation principal,
            ServiceItem item,
            Map<String, ?> answers,
            SharedRecord shared) {
        return Evidence.of(applicant, principal, item, answers, shared, CaseMaterials.NONE)
                .facts();
    }

    /// The keys of the materials that nobody needs to hand in.
    public static Set<String> filled(
            Caller applicant,
            @Nullable Corporation principal,
            ServiceItem item,
            Map<String, ?> answers,
            SharedRecord shared) {
        return Evidence.of(applicant, principal, item, answers, shared, CaseMaterials.NONE)
                .materials()
                .keySet();
    }
}
