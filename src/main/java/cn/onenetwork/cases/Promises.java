package cn.onenetwork.cases;

import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the applicant signs instead of handing materials in: commitments (告知承诺) and deferrals (容缺受理), each
/// only where the item allows it.
record Promises(Map<String, Undertaking.Kind> byMaterial) {

    /// @throws Problem NOT_FOUND, COMMITMENT_NOT_ALLOWED or DEFERRAL_NOT_ALLOWED at the material concerned
    static Promises of(ServiceItem item, List<String> commitments, List<String> deferred) {
        Map<String, Undertaking.Kind> promises = new LinkedHashMap<>();
        for (int index = 0; index < commitments.size(); index++) {
            if (!required(item, "commitments", index, commitments).allowCommitment()) {
                throw refused(UserErrorCode.COMMITMENT_NOT_ALLOWED, "commitments", index);
            }
            promises.put(commitments.get(index), Undertaking.Kind.COMMITTED);
        }
        for (int index = 0; index < deferred.size(); index++) {
            boolean allowed = required(item, "deferred", index, deferred).allowDeferred();
            if (!allowed
                    || promises.put(deferred.get(index), Undertaking.Kind.DEFERRED) == Undertaking.Kind.COMMITTED) {
                throw refused(UserErrorCode.DEFERRAL_NOT_ALLOWED, "deferred", index);
            }
        }
        return new Promises(promises);
    }

    boolean isEmpty() {
        return byMaterial.isEmpty();
    }

    /// The slots with these promises, and none from before.
    CaseMaterials on(CaseMaterials materials) {
        CaseMaterials promised = materials.changeAll(slot -> slot.undertaken(null));
        for (Map.Entry<String, Undertaking.Kind> one : byMaterial.entrySet()) {
            promised = promised.change(one.getKey(), slot -> slot.undertaken(Undertaking.of(one.getValue())));
        }
        return promised;
    }

    private static RequiredMaterial required(ServiceItem item, String list, int index, List<String> materials) {
        return item.material(materials.get(index)).orElseThrow(() -> refused(UserErrorCode.NOT_FOUND, list, index));
    }

    private static Problem refused(UserErrorCode code, String list, int index) {
        return Problem.of(code).at(list, String.valueOf(index));
    }
}
