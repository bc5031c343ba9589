package cn.onenetwork.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.documents.DocumentFixture;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Files cases through the API, as the app does.
public final class Filing {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASE = " { serviceCase { id caseNo version status lastSequence allowedActions }"
            + " userErrors { code message path } } }";

    private Filing() {}

    /// A key that was never used before.
    public static String key() {
        return UUID.randomUUID().toString();
    }

    /// The example answers that the library gives for an item.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> formExample(String item) {
        try {
            return new HashMap<>(
                    JSON.readValue(ItemFixture.item(item).formExample().toString(), Map.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Saves a draft with the example answers; returns its id.
    public static String draft(String persona, String item) {
        return draft(persona, item, formExample(item));
    }

    public static String draft(String persona, String item, Map<String, Object> form) {
        JsonPath answer = mutate(
                persona,
                "caseDraftSave",
                Map.of(
                        "idempotencyKey",
                        key(),
                        "taskCode",
                        ItemFixture.item(item).taskCode(),
                        "form",
                        form));
        return done(answer, "caseDraftSave").getString("id");
    }

    /// Hands in every material that a draft needs and the service does not make.
    public static void handIn(String persona, String id) {
        JsonPath found = GraphQl.as(persona).ask("""
                query($id: ID) { serviceCase(id: $id) { materials {
                    state required material { id mediaTypes } } } }
                """, Map.of("id", id));
        List<Map<String, Object>> slots = found.getList("data.serviceCase.materials");
        for (Map<String, Object> slot : slots) {
            Map<?, ?> material = (Map<?, ?>) slot.get("material");
            if (slot.get("state").equals("MISSING") && slot.get("required").equals(true)) {
                var _ = document(persona, id, (String) material.get("id"), (String)
                        ((List<?>) material.get("mediaTypes")).get(0));
            }
        }
    }

    /// Hands in one document, checked and ready; returns its id.
    public static String document(String persona, String id, String materialId, String mediaType) {
        JsonPath answer = GraphQl.as(persona)
                .ask(
                        "mutation($input: DocumentUploadCreateInput!) { documentUploadCreate(input: $input)"
                                + " { upload { id } userErrors { code message path } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "idempotencyKey",
                                        key(),
                                        "caseId",
                                        id,
                                        "materialId",
                                        materialId,
                                        "fileName",
                                        "材料 " + key() + ".bin",
                                        "mediaType",
                                        mediaType,
                                        "size",
                                        1000)));
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data.documentUploadCreate.userErrors")).isEmpty();
        String document = answer.getString("data.documentUploadCreate.upload.id");
        DocumentFixture.ready(document);
        return document;
    }

    /// Saves a draft with the example answers and everything it needs to be filed; returns its id.
    public static String complete(String persona, String item) {
        String id = draft(persona, item);
        handIn(persona, id);
        return id;
    }

    /// Files a case with the example answers; hands in what the service then says is missing, and files it again.
    /// Returns its id.
    public static String submitted(String persona, String item) {
        String id = draft(persona, item);
        JsonPath answer = submit(persona, id);
        List<List<String>> missing = answer.getList("data.caseSubmit.userErrors.path");
        if (!missing.isEmpty()) {
            for (List<String> path : missing) {
                String material = path.getLast();
                String mediaType = ItemFixture.item(item)
                        .material(material)
                        .orElseThrow()
                        .mediaTypes()
                        .getFirst();
                var _ = document(persona, id, material, mediaType);
            }
            answer = submit(persona, id);
        }
        var _ = done(answer, "caseSubmit");
        return id;
    }

    /// Files a draft that is complete; returns the case.
    public static JsonPath filed(String persona, String id) {
        return done(submit(persona, id), "caseSubmit");
    }

    private static JsonPath submit(String persona, String id) {
        return mutate(persona, "caseSubmit", Map.of("idempotencyKey", key(), "id", id));
    }

    /// Does something as an officer, on the version that is there now; returns the case.
    public static JsonPath officer(String persona, String mutation, String id, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.putAll(Map.of("idempotencyKey", key(), "caseId", id, "expectedVersion", version(persona, id)));
        return done(mutate(persona, mutation, input), mutation);
    }

    /// The version of a case, as somebody sees it now.
    public static int version(String persona, String id) {
        return GraphQl.as(persona)
                .ask("query($id: ID) { serviceCase(id: $id) { version } }", Map.of("id", id))
                .getInt("data.serviceCase.version");
    }

    public static JsonPath officer(String persona, String mutation, String id) {
        return officer(persona, mutation, id, Map.of());
    }

    /// Sends a mutation with its input; returns the whole answer.
    public static JsonPath mutate(String persona, String mutation, Map<String, Object> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return GraphQl.as(persona)
                .ask("mutation($input: " + type + ") { " + mutation + "(input: $input)" + CASE, Map.of("input", input));
    }

    private static JsonPath done(JsonPath answer, String mutation) {
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data." + mutation + ".userErrors")).isEmpty();
        return answer.setRootPath("data." + mutation + ".serviceCase");
    }
}
