package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The material slots of a case that something happened to, by the ids of the item's materials. Kept with the
/// case as JSON, because every decision about the case asks for it.
public record CaseMaterials(Map<String, MaterialSlot> slots) {

    static final CaseMaterials NONE = new CaseMaterials(Map.of());

    public CaseMaterials {
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
    }

    public MaterialSlot slot(String materialId) {
        return slots.getOrDefault(materialId, MaterialSlot.EMPTY);
    }

    CaseMaterials change(String materialId, UnaryOperator<MaterialSlot> how) {
        Map<String, MaterialSlot> changed = new TreeMap<>(slots);
        changed.put(materialId, how.apply(slot(materialId)));
        return new CaseMaterials(changed);
    }

    CaseMaterials changeAll(UnaryOperator<MaterialSlot> how) {
        Map<String, MaterialSlot> changed = new TreeMap<>(slots);
        changed.replaceAll((_, slot) -> how.apply(slot));
        return new CaseMaterials(changed);
    }

    /// The material in whose slot the document is.
    Optional<String> materialOf(UUID document) {
        return slots.entrySet().stream()
                .filter(slot -> slot.getValue().document(document).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static CaseMaterials parse(String text) {
        Map<String, MaterialSlot> slots = new TreeMap<>();
        JSON.createReader(new StringReader(text))
                .readObject()
                .forEach((material, slot) -> slots.put(material, MaterialSlot.parse(slot.asJsonObject())));
        return new CaseMaterials(slots);
    }

    String text() {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        slots.forEach((material, slot) -> json.add(material, slot.json()));
        return json.build().toString();
    }
}
