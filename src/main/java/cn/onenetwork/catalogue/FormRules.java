package cn.onenetwork.catalogue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the form of an item must keep to; each rule names the places where it does not.
final class FormRules {

    private FormRules() {}

    /// Why the schema cannot be compiled.
    static List<String> schema(ServiceItem item) {
        try {
            FormSchema _ = item.form();
            return List.of();
        } catch (FormSchema.Broken broken) {
            return List.of(String.valueOf(broken.getMessage()));
        }
    }

    /// Where the example breaks the schema; nothing where there is no schema to break.
    static List<String> example(ServiceItem item) {
        if (!schema(item).isEmpty()) {
            return List.of();
        }
        return item.form().problems(FormValues.of(item.formExample()), Locale.ENGLISH).stream()
                .map(problem -> String.join(".", problem.path()) + " " + problem.keyword())
                .toList();
    }

    /// The fields that the layout lists too often or not at all, and those that it invents.
    static List<String> layout(ServiceItem item) {
        List<String> fields = new ArrayList<>(properties(item.formSchema()));
        List<String> listed = listed(item.formLayout());
        List<String> wrong = new ArrayList<>();
        listed.stream().filter(field -> !fields.remove(field)).forEach(wrong::add);
        wrong.addAll(fields);
        return wrong;
    }

    private static List<String> properties(JsonObject schema) {
        return schema.get("properties") instanceof JsonObject properties ? List.copyOf(properties.keySet()) : List.of();
    }

    private static List<String> listed(JsonValue layout) {
        return elements(layout)
                .flatMap(section -> elements(section.get("fields")))
                .map(field -> field.get("name") instanceof JsonString name ? name.getString() : "")
                .toList();
    }

    private static Stream<JsonObject> elements(@Nullable JsonValue list) {
        return list instanceof JsonArray array
                ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.empty();
    }
}
