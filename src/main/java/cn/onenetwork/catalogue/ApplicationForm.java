package cn.onenetwork.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.json.JsonObject;

/// The form of an item: its schema as imported.
public final class ApplicationForm {

    private final JsonObject json;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ApplicationForm(JsonObject json) {
        this.json = json;
    }

    /// JSON Schema 2020-12, as imported.
    public JsonObject json() {
        return json;
    }
}
