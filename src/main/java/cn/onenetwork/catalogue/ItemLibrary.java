package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An item library (事项库) as it arrives, not yet examined.
///
/// @param tenants each with its implementing bodies and halls
/// @param topics  code, audience and names
/// @param items   the items, fields as in [ServiceItem]
record ItemLibrary(List<ObjectNode> tenants, List<ObjectNode> topics, List<ObjectNode> items) {

    private static final String CLASSPATH = "classpath:";

    /// Reads `tenants.json` and `items.json` of a folder.
    ///
    /// @param source `classpath:folder`, or a path of the file system
    /// @throws UncheckedIOException where a file is missing or no JSON
    static ItemLibrary read(String source, LibraryJson json) {
        try (InputStream tenants = open(source, "tenants.json");
                InputStream items = open(source, "items.json")) {
            JsonNode library = json.tree(items);
            return new ItemLibrary(
                    objects(json.tree(tenants), "tenants"), objects(library, "topics"), objects(library, "items"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The item library at " + source + " cannot be read.", unreadable);
        }
    }

    private static InputStream open(String source, String file) throws IOException {
        if (!source.startsWith(CLASSPATH)) {
            return Files.newInputStream(Path.of(source, file));
        }
        String name = source.substring(CLASSPATH.length()) + "/" + file;
        InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("no resource " + name);
        }
        return stream;
    }

    private static List<ObjectNode> objects(JsonNode file, String list) throws IOException {
        JsonNode elements = file.path(list);
        if (!elements.isArray() || !elements.valueStream().allMatch(JsonNode::isObject)) {
            throw new IOException("'" + list + "' is no list of objects");
        }
        return elements.valueStream().map(ObjectNode.class::cast).toList();
    }
}
