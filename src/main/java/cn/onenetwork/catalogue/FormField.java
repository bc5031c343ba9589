package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person sees of a form's schema: the fields in their order, with their titles.
///
/// A field may be described in several places (a condition adds a rule to a field that stands elsewhere); here
/// it is one. Built once per schema, after the audit has refused references in a circle.
final class FormField {
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SINGLES = List.of("if", "then", "else");

    private final int order;
    private final boolean element;
    private final String title;
    private final OptionalInt maxLength;
    private final @Nullable Sensitivity sensitivity;
    private final Map<String, FormField> properties;
    private final Optional<FormField> items;

    private FormField(JsonNode root, List<JsonNode> descriptions, int order, boolean element) {
        List<JsonNode> all = new ArrayList<>();
        descriptions.forEach(description -> collect(root, description, all));
        this.order = order;
        this.element = element;
        this.title = all.stream()
                .map(schema -> schema.path("title").asText())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        this.maxLength = all.stream()
                .filter(schema -> schema.path("maxLength").canConvertToInt())
                .mapToInt(schema -> schema.path("maxLength").intValue())
                .min();
        this.sensitivity = all.stream()
                .map(schema -> Sensitivity.of(schema.path("x-sensitive").asText()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        this.properties = properties(root, all);
        List<JsonNode> elements = all.stream().flatMap(FormField::elements).toList();
        this.items = elements.isEmpty() ? Optional.empty() : Optional.of(new FormField(root, elements, 0, true));
    }

    /// The form as a whole.
    static FormField root(JsonNode schema) {
        return new FormField(schema, List.of(schema), 0, false);
    }

    /// The field, or the element of a list, one step down; empty if the schema does not describe it.
    Optional<FormField> child(String segment) {
        FormField property = properties.get(segment);
        if (property != null) {
            return Optional.of(property);
        }
        return isIndex(segment) ? items : Optional.empty();
    }

    /// What a path leads to, its parts joined by dots, such as `owners.0.name`; empty if the schema does not describe
    /// it.
    Optional<FormField> at(String path) {
        Optional<FormField> found = Optional.of(this);
        for (String segment : path.split("\\.", -1)) {
            found = found.flatMap(field -> field.child(segment));
        }
        return found;
    }

    /// The place among the fields of the same object, from 0.
    int order() {
        return order;
    }

    /// Whether it stands for the elements of a list; its name is then its place in the list, from 0.
    boolean element() {
        return element;
    }

    /// What the field is called, usually in Chinese; empty if the schema gives it no title.
    String title() {
        return title;
    }

    /// The most characters that it takes, if there is a limit.
    OptionalInt maxLength() {
        return maxLength;
    }

    /// What personal datum it holds; null for none.
    @Nullable
    Sensitivity sensitivity() {
        return sensitivity;
    }

    private static boolean isIndex(String segment) {
        return !segment.isEmpty() && segment.length() < 9 && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Map<String, FormField> properties(JsonNode root, List<JsonNode> schemas) {
        Map<String, List<JsonNode>> described = new LinkedHashMap<>();
        for (JsonNode schema : schemas) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> described
                            .computeIfAbsent(property.getKey(), name -> new ArrayList<>())
                            .add(property.getValue()));
        }
        Map<String, FormField> fields = new LinkedHashMap<>();
        described.forEach((name, nodes) -> fields.put(name, new FormField(root, nodes, fields.size(), false)));
        return fields;
    }

    private static Stream<JsonNode> elements(JsonNode schema) {
        Stream<JsonNode> first = schema.path("prefixItems").valueStream();
        return Stream.concat(first, Stream.of(schema.path("items"))).filter(JsonNode::isObject);
    }

    /// The schema and all that apply to the same place as it does.
    private static void collect(JsonNode root, JsonNode schema, List<JsonNode> found) {
        found.add(schema);
        String reference = schema.path("$ref").asText();
        if (reference.startsWith("#")) {
            collect(root, root.at(reference.substring(1)), found);
        }
        LISTS.forEach(name -> schema.path(name).forEach(part -> collect(root, part, found)));
        SINGLES.forEach(name -> collectIfPresent(root, schema.path(name), found));
        schema.path("dependentSchemas").forEach(part -> collect(root, part, found));
    }

    private static void collectIfPresent(JsonNode root, JsonNode schema, List<JsonNode> found) {
        if (schema.isObject()) {
            collect(root, schema, found);
        }
    }
}
