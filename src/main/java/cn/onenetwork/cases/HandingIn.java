package cn.onenetwork.cases;

import cn.onenetwork.cases.CaseMaterialView.MaterialState;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.Requirement;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether everything is there that an application needs: as a document, known to another authority, made by
/// the service itself, or promised where the item allows it.
final class HandingIn {

    private static final Set<MaterialState> ENOUGH =
            Set.of(MaterialState.PROVIDED, MaterialState.PASSED, MaterialState.DEFERRED, MaterialState.COMMITTED);

    private HandingIn() {}

    /// The slots as they are filed.
    ///
    /// @throws Problem MATERIAL_MISSING with every material that is missing; COMMITMENT_NOT_ALLOWED where the
    ///     applicant's record forbids promises
    static CaseMaterials check(ServiceItem item, CaseMaterials promised, Evidence evidence, Promises promises) {
        requireGoodStanding(evidence, promises);
        CaseMaterials filed = known(item, promised, evidence);
        List<Problem.Detail> missing = item.materials().stream()
                .filter(material -> Requirement.of(material, evidence.facts()))
                .filter(material -> !ENOUGH.contains(filed.slot(material.id()).state()))
                .map(material -> Materials.missing(material, filed.slot(material.id())))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.all(missing);
        }
        return filed;
    }

    /// Promises are not open to who has a record of serious bad credit or of a false commitment, until it is
    /// repaired (国办发〔2020〕42号). What nobody knows does not count against anybody.
    private static void requireGoodStanding(Evidence evidence, Promises promises) {
        Map<String, ?> applicant = evidence.facts().applicant();
        boolean barred = Boolean.TRUE.equals(applicant.get("inSeriousList"))
                || Boolean.TRUE.equals(applicant.get("falseCommitment"));
        if (barred && !promises.isEmpty()) {
            throw Problem.variant(UserErrorCode.COMMITMENT_NOT_ALLOWED, "record")
                    .at("commitments");
        }
    }

    private static CaseMaterials known(ServiceItem item, CaseMaterials promised, Evidence evidence) {
        CaseMaterials known = promised;
        for (RequiredMaterial material : item.materials()) {
            TrustGrade given = evidence.given().get(material.key());
            if (given != known.slot(material.id()).given()) {
                known = known.change(material.id(), slot -> slot.given(given));
            }
        }
        return known;
    }
}
