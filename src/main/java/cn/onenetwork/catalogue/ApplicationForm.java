package cn.onenetwork.catalogue;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of one version of an item: its schema as imported, and compiled once somebody fills it in. Most
/// items of a catalogue are only looked at.
public final class ApplicationForm {

    private final JsonObject json;
    private final Clock clock;
    private volatile @Nullable FormSchema compiled;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ApplicationForm(JsonObject json, @JacksonInject Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /// JSON Schema 2020-12, as imported.
    public JsonObject json() {
        return json;
    }

    /// Everything that is wrong with a filled-in form, see [FormSchema#problems].
    public List<FormProblem> problems(Map<String, ?> answers, Locale locale) {
        return compiled().problems(answers, locale);
    }

    /// The schema, ready to check forms with.
    ///
    /// @throws FormSchema.Broken where it cannot be compiled; never for an item that was imported
    public FormSchema compiled() {
        FormSchema known = compiled;
        if (known == null) {
            known = FormSchema.of(json.toString(), clock);
            compiled = known;
        }
        return known;
    }
}
