package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;

/// Items of the sample library, for tests of rooms that need one without a database.
public final class ItemFixture {

    /// Promised, an administrative licence, for enterprises, decided with a licence.
    public static final String LAND_PLANNING = "ht-land-planning";

    /// Promised, decided with a document that is no licence, and no licence procedure.
    public static final String COMPLETION_ACCEPTANCE = "ht-completion-acceptance";

    /// Instant, for persons; the form asks how the result shall be delivered.
    public static final String SENIOR_CARD = "ht-senior-card";

    private static final LibraryJson JSON = new LibraryJson(Clock.systemUTC());
    private static final ItemLibrary LIBRARY = ItemLibrary.read("classpath:catalogue", JSON);

    private ItemFixture() {}

    public static ServiceItem item(String id) {
        ObjectNode item = find(LIBRARY.items(), id);
        ObjectNode tenant = find(LIBRARY.tenants(), item.get("tenantId").textValue());
        return JSON.importedItem(item.toString(), tenant.toString());
    }

    /// The answers that the library gives as an example, as JSON text.
    public static String formExample(String id) {
        return find(LIBRARY.items(), id).get("formExample").toString();
    }

    private static ObjectNode find(List<ObjectNode> all, String id) {
        return all.stream()
                .filter(one -> one.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
