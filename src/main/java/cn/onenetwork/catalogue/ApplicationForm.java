package cn.onenetwork.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The form of an item: its schema as imported.
public final class ApplicationForm {

    private final JsonObject json;
    private final FormSchema schema;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ApplicationForm(JsonObject json) {
        this.json = json;
        this.schema = FormSchema.of(json.toString(), Clock.systemUTC());
    }

    /// JSON Schema 2020-12, as imported.
    public JsonObject json() {
        return json;
    }

    public List<FormProblem> problems(Map<String, Object> answers, Locale locale) {
        return schema.problems(answers, locale);
    }
}
