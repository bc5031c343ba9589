package cn.onenetwork.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The forms of the sample library, with the example that each item gives.
final class SampleItems {
    static final List<SampleItem> ALL = read();

    record SampleItem(String id, Map<String, Object> form, Map<String, Object> formExample) {
        @Override
        public String toString() {
            return id;
        }
    }

    private SampleItems() {}

    static SampleItem item(String id) {
        return ALL.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<SampleItem> read() {
        try (InputStream json = SampleItems.class.getResourceAsStream("/catalogue/items.json")) {
            Map<String, Object> library =
                    new ObjectMapper().readValue(Objects.requireNonNull(json), new TypeReference<>() {});
            return ((List<Map<String, Object>>) library.get("items"))
                    .stream()
                            .map(item -> new SampleItem(
                                    (String) item.get("id"),
                                    (Map<String, Object>) item.get("form"),
                                    (Map<String, Object>) item.get("formExample")))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
