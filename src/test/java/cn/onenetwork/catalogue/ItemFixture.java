package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// Items of the sample library, for tests of rooms that need one without a database.
public final class ItemFixture {

    /// Promised, an administrative licence, for enterprises, decided with a licence.
    public static final String LAND_PLANNING = "ht-land-planning";

    /// Promised, decided with a document that is no licence, and no licence procedure.
    public static final String COMPLETION_ACCEPTANCE = "ht-completion-acceptance";

    /// Instant, for persons; the form asks how the result shall be delivered.
    public static final String SENIOR_CARD = "ht-senior-card";

    private static final JsonNode ITEMS = read("items").get("items");
    private static final JsonNode TENANTS = read("tenants").get("tenants");

    private ItemFixture() {}

    public static ServiceItem item(String id) {
        JsonNode item = find(ITEMS, id);
        return LibraryJson.item(
                item.toString(), find(TENANTS, item.get("tenantId").textValue()).toString());
    }

    private static JsonNode find(JsonNode all, String id) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(String name) {
        try (InputStream json = ItemFixture.class.getResourceAsStream("/catalogue/" + name + ".json")) {
            return LibraryJson.MAPPER.readTree(Objects.requireNonNull(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
