package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.ServiceItem;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Objects;

/// 容缺受理: materials that are handed in after acceptance, by a signed commitment.
///
/// The last day lies within the promised limit of the item. It is the last but one working day of it, so that
/// the reviewer has one day to look at what came; of a limit of one day it is that day.
final class Deferral {

    /// Under this name the notice of deferral finds its list in the event of acceptance.
    static final String LIST = "deferred";

    private Deferral() {}

    /// How many working days after acceptance there are to hand a deferred material in.
    static int workdays(ServiceItem item) {
        return Math.max(1, item.promisedLimit().value() - 1);
    }

    static CaseMaterials dated(CaseMaterials materials, LocalDate acceptedOn, Moment moment) {
        LocalDate last = moment.clock().answerBy(acceptedOn, Limit.workingDays(workdays(moment.item())));
        return materials.changeAll(
                slot -> deferred(slot) ? slot.undertaken(signed(slot).due(last)) : slot);
    }

    /// What the notice of deferral lists; empty where nothing was deferred.
    static JsonObject notice(CaseMaterials materials, ServiceItem item) {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        materials.slots().forEach((material, slot) -> {
            if (deferred(slot)) {
                list.add(JSON.createObjectBuilder()
                        .add(
                                "material",
                                item.material(material)
                                        .map(RequiredMaterial::name)
                                        .orElse(material))
                        .add("dueOn", String.valueOf(signed(slot).dueOn())));
            }
        });
        JsonValue found = list.build();
        return found.asJsonArray().isEmpty()
                ? JsonValue.EMPTY_JSON_OBJECT
                : JSON.createObjectBuilder().add(LIST, found).build();
    }

    /// Whether something was promised for this slot and has not come.
    static boolean open(MaterialSlot slot) {
        return deferred(slot) && !slot.provided();
    }

    private static boolean deferred(MaterialSlot slot) {
        return slot.undertaking() != null && slot.undertaking().kind() == Undertaking.Kind.DEFERRED;
    }

    private static Undertaking signed(MaterialSlot slot) {
        return Objects.requireNonNull(slot.undertaking());
    }
}
