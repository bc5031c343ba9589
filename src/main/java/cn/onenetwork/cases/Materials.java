package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.util.List;

/// The materials of a case, as its item asks for them.
final class Materials {

    private Materials() {}

    /// The same list, if the item asks for every material on it.
    ///
    /// @throws Problem NOT_FOUND at the first that it does not ask for
    static List<SupplementNotice.Item> known(ServiceItem item, List<SupplementNotice.Item> items) {
        for (int index = 0; index < items.size(); index++) {
            String material = items.get(index).materialId();
            if (material != null && item.material(material).isEmpty()) {
                throw Problem.of(UserErrorCode.NOT_FOUND).at("items", String.valueOf(index), "materialId");
            }
        }
        return List.copyOf(items);
    }
}
