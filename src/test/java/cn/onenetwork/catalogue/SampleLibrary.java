package cn.onenetwork.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/// The sample catalogue, and variants of it with something changed.
public final class SampleLibrary {

    static final LibraryJson JSON = new LibraryJson(Clock.fixed(Instant.parse("2026-01-05T02:00:00Z"), ZoneOffset.UTC));

    private SampleLibrary() {}

    /// A sample item by its id, such as `ht-investment-filing`.
    public static ServiceItem item(String id) {
        ItemLibrary library = whole();
        return bound(library, find(library.items(), id));
    }

    static ItemLibrary whole() {
        return ItemLibrary.read("classpath:catalogue", JSON);
    }

    public static List<ServiceItem> items() {
        ItemLibrary library = whole();
        return library.items().stream().map(item -> bound(library, item)).toList();
    }

    /// The whole library with one item changed.
    static ItemLibrary with(String id, Consumer<ObjectNode> change) {
        ItemLibrary library = whole();
        change.accept(find(library.items(), id));
        return library;
    }

    static ObjectNode find(List<ObjectNode> nodes, String id) {
        return nodes.stream()
                .filter(node -> node.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ServiceItem bound(ItemLibrary library, ObjectNode item) {
        try {
            return JSON.item(item, find(library.tenants(), item.path("tenantId").asText()));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
