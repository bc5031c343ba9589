package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/// A case that was begun.
final class Draft {

    private Draft() {}

    /// Saves one with the example answers; returns its id.
    static String save(Phone phone) throws IOException {
        JsonNode answer = phone.insist("DraftSave", input(Filing.key(), ItemFixture.LAND_PLANNING));
        String id = answer.at("/data/caseDraftSave/serviceCase/id").asText();
        assertThat(id).as("%s", answer).isNotEmpty();
        return id;
    }

    static Map<String, Object> input(String key, String item) {
        return Map.of(
                "input",
                Map.of(
                        "idempotencyKey",
                        key,
                        "taskCode",
                        ItemFixture.item(item).taskCode(),
                        "form",
                        Filing.formExample(item)));
    }
}
