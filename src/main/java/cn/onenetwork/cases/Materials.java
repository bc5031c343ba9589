package cn.onenetwork.cases;

import cn.onenetwork.cases.CaseMaterialView.MaterialState;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What notices ask for of the materials of a case, and whether it came.
final class Materials {

    private Materials() {}

    /// The same list, if the item asks for every material on it, and its form for every answer.
    ///
    /// @throws Problem with everything that it does not ask for, each at its place: NOT_FOUND for a material,
    ///     FORM_INVALID for an answer. What an applicant cannot find, nobody can supplement.
    static List<SupplementNotice.Item> known(ServiceItem item, List<SupplementNotice.Item> items) {
        List<Problem.Detail> unknown = IntStream.range(0, items.size())
                .mapToObj(index -> unknown(item, items.get(index), String.valueOf(index)))
                .flatMap(Optional::stream)
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.all(unknown);
        }
        return List.copyOf(items);
    }

    private static Optional<Problem.Detail> unknown(ServiceItem item, SupplementNotice.Item asked, String index) {
        String material = asked.materialId();
        if (material != null && item.material(material).isEmpty()) {
            return Optional.of(
                    Problem.detail(UserErrorCode.NOT_FOUND, "material").at("items", index, "materialId"));
        }
        String path = asked.path();
        if (path != null && !item.applicationForm().compiled().hasField(path)) {
            return Optional.of(
                    Problem.detail(UserErrorCode.FORM_INVALID, "field").at("items", index, "path"));
        }
        return Optional.empty();
    }

    /// The list, and every material of which a document was sent back and which the list does not name: what is
    /// missing is told once and completely.
    ///
    /// @throws Problem MATERIAL_INVALID where there is nothing to supplement at all
    static List<SupplementNotice.Item> withReturned(List<SupplementNotice.Item> items, CaseMaterials materials) {
        Set<String> named = items.stream()
                .map(SupplementNotice.Item::materialId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<SupplementNotice.Item> complete = Stream.concat(
                        items.stream(),
                        materials.slots().entrySet().stream()
                                .filter(slot -> slot.getValue().state() == MaterialState.REJECTED)
                                .filter(slot -> !named.contains(slot.getKey()))
                                .map(Materials::returned))
                .toList();
        if (complete.isEmpty()) {
            throw Problem.variant(UserErrorCode.MATERIAL_INVALID, "nothingReturned")
                    .at("items");
        }
        return complete;
    }

    private static SupplementNotice.Item returned(Map.Entry<String, MaterialSlot> slot) {
        String notes = slot.getValue().documents().stream()
                .filter(one -> one.review() == DocumentReview.RETURNED)
                .map(one -> Objects.requireNonNullElse(one.note(), ""))
                .collect(Collectors.joining("\n"));
        return new SupplementNotice.Item(slot.getKey(), null, notes);
    }

    /// The slots of the notice wait for something new.
    static CaseMaterials asked(CaseMaterials materials, List<SupplementNotice.Item> items) {
        CaseMaterials asked = materials;
        for (SupplementNotice.Item item : items) {
            if (item.materialId() != null) {
                asked = asked.change(item.materialId(), slot -> slot.asked(item.note()));
            }
        }
        return asked;
    }

    /// @throws Problem MATERIAL_MISSING for every slot that a notice asked for and that nothing came for
    static void requireAnswered(ServiceItem item, CaseMaterials materials) {
        List<Problem.Detail> open = item.materials().stream()
                .filter(material -> materials.slot(material.id()).toSupplement())
                .map(material -> missing(material, materials.slot(material.id())))
                .toList();
        if (!open.isEmpty()) {
            throw Problem.all(open);
        }
    }

    /// That a material is missing, by its name; a little differently where it is on its way.
    static Problem.Detail missing(RequiredMaterial material, MaterialSlot slot) {
        String variant = slot.beingChecked() ? "checking" : "named";
        return Problem.detail(UserErrorCode.MATERIAL_MISSING, variant, material.name())
                .at("materials", material.id());
    }
}
