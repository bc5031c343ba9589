package cn.onenetwork.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The facts that the sample catalogue gives as examples for its instant items, and wrong variants of them.
final class SampleFacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleFacts() {}

    /// An instant item and the facts under which each of its rules is meant to hold.
    record Sample(ServiceItem item, Facts facts) {

        /// The facts with all values of one side changed, with nothing known, and with each field of the form
        /// changed or left out in turn.
        List<Facts> mutations() {
            List<Facts> mutations = new ArrayList<>(List.of(
                    new Facts(changed(facts.form()), facts.applicant(), facts.materials()),
                    new Facts(facts.form(), changed(facts.applicant()), facts.materials()),
                    new Facts(facts.form(), facts.applicant(), changed(facts.materials())),
                    new Facts(Map.of(), Map.of(), Map.of())));
            item.formSchema().getJsonObject("properties").forEach((field, schema) -> {
                alternatives(plain(schema), facts.form().get(field))
                        .forEach(value -> mutations.add(with(field, value)));
                Map<String, Object> without = new LinkedHashMap<>(facts.form());
                without.remove(field);
                mutations.add(new Facts(without, facts.applicant(), facts.materials()));
            });
            return mutations;
        }

        private Facts with(String field, Object value) {
            Map<String, Object> form = new LinkedHashMap<>(facts.form());
            form.put(field, value);
            return new Facts(form, facts.applicant(), facts.materials());
        }
    }

    static List<Sample> all() {
        JsonNode library = library();
        JsonNode context = library.get("celContext");
        Map<String, JsonNode> items = new HashMap<>();
        library.get("items").forEach(item -> items.put(item.get("id").textValue(), item));
        return SampleLibrary.items().stream()
                .filter(item -> item.caseKind() == CaseKind.INSTANT)
                .map(item -> new Sample(item, facts(item, context, items.get(item.id()))))
                .toList();
    }

    private static Facts facts(ServiceItem item, JsonNode context, JsonNode json) {
        boolean person = item.targets().equals(Set.of(ServiceTarget.NATURAL_PERSON));
        Map<String, Object> materials = new LinkedHashMap<>();
        for (JsonNode material : json.get("materials")) {
            Map<String, Object> fact = map(context.get("exampleMaterial"));
            Map<String, Object> data = new LinkedHashMap<>();
            material.get("extractedFields")
                    .forEach(field -> data.put(field.get("name").textValue(), value(field.get("example"))));
            fact.put("data", data);
            materials.put(material.get("key").textValue(), fact);
        }
        return new Facts(
                FormValues.of(item.formExample()),
                map(context.get("exampleApplicants").get(person ? "NATURAL_PERSON" : "ENTERPRISE")),
                materials);
    }

    private static Map<String, Object> changed(Map<String, ?> values) {
        Map<String, Object> changed = new LinkedHashMap<>();
        values.forEach((key, value) -> changed.put(key, changed(value)));
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Object changed(Object value) {
        return switch (value) {
            case Boolean bool -> !bool;
            case Number _ -> 1_000_000_000L;
            case List<?> list -> list.stream().map(SampleFacts::changed).toList();
            case Map<?, ?> map -> changed((Map<String, ?>) map);
            default -> "ZZZ";
        };
    }

    private static List<?> alternatives(Map<String, Object> schema, Object value) {
        if (schema.get("enum") instanceof List<?> allowed) {
            return allowed;
        }
        return switch ((String) schema.get("type")) {
            case "boolean" -> List.of(!Boolean.TRUE.equals(value));
            case "integer" -> List.of(-1L, 1_000_000_000L);
            case "number" -> List.of(-1.0, 1e12);
            case "array" -> List.of(List.of(), all(schema), value == null ? List.of() : changed(value));
            default -> List.of("", "ZZZ");
        };
    }

    private static List<?> all(Map<String, Object> schema) {
        return schema.get("items") instanceof Map<?, ?> items && items.get("enum") instanceof List<?> all
                ? all
                : List.of();
    }

    private static Map<String, Object> plain(Object schema) {
        try {
            return JSON.readValue(schema.toString(), new TypeReference<>() {});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, Object> map(JsonNode json) {
        return JSON.convertValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static Object value(JsonNode json) {
        return JSON.convertValue(json, Object.class);
    }

    private static JsonNode library() {
        try (InputStream json = SampleFacts.class.getResourceAsStream("/catalogue/items.json")) {
            return JSON.readTree(json);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
