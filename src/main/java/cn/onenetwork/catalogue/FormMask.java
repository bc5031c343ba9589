package cn.onenetwork.catalogue;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.identity.Masking;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Hides the personal values of a filled-in form (脱敏), and finds hidden ones that come back.
///
/// The schema says which fields are personal. What it does not describe is hidden too: a draft may hold anything, and
/// nobody can say that it is harmless.
final class FormMask {

    /// Deeper than any form that could be filed.
    private static final int DEEPEST = 32;

    private static final JsonValue HIDDEN = JSON.createValue(Masking.HIDDEN);

    private final FormField form;

    FormMask(FormField form) {
        this.form = form;
    }

    /// @param own whether it is shown to the side of the applicant
    JsonObject masked(JsonObject answers, boolean own) {
        return object(answers, new Place(Optional.of(form), null, List.of()), own);
    }

    /// Where a masked value stands instead of a true one, so that it must not be kept.
    List<List<String>> maskedAt(JsonObject answers) {
        List<List<String>> found = new ArrayList<>();
        look(answers, new Place(Optional.of(form), null, List.of()), found);
        return found;
    }

    private static JsonValue value(JsonValue value, Place place, boolean own) {
        if (place.path().size() > DEEPEST) {
            return HIDDEN;
        }
        return switch (value) {
            case JsonObject object -> object(object, place, own);
            case JsonArray array -> array(array, place, own);
            case JsonString text -> place.personal() ? hidden(text.getString(), place, own) : text;
            case JsonNumber number -> place.personal() ? HIDDEN : number;
            default -> value;
        };
    }

    private static JsonObject object(JsonObject object, Place place, boolean own) {
        JsonObjectBuilder masked = JSON.createObjectBuilder();
        object.forEach((name, value) -> masked.add(name, value(value, place.child(name), own)));
        return masked.build();
    }

    private static JsonArray array(JsonArray array, Place place, boolean own) {
        JsonArrayBuilder masked = JSON.createArrayBuilder();
        for (int i = 0; i < array.size(); i++) {
            masked.add(value(array.get(i), place.child(String.valueOf(i)), own));
        }
        return masked.build();
    }

    private static JsonValue hidden(String text, Place place, boolean own) {
        return text.isEmpty()
                ? JSON.createValue("")
                : JSON.createValue(place.sensitivity().masked(text, own));
    }

    private static void look(JsonValue value, Place place, List<List<String>> found) {
        if (place.path().size() > DEEPEST) {
            return;
        }
        switch (value) {
            case JsonObject object -> object.forEach((name, child) -> look(child, place.child(name), found));
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    look(array.get(i), place.child(String.valueOf(i)), found);
                }
            }
            case JsonString text when place.personal() && place.masked(text.getString()) -> found.add(place.path());
            default -> {}
        }
    }

    /// A place in the form.
    ///
    /// @param field     empty where the schema does not describe it
    /// @param inherited of what it stands in
    private record Place(
            Optional<FormField> field, @Nullable Sensitivity inherited, List<String> path) {

        Place child(String segment) {
            Optional<FormField> child = field.flatMap(known -> known.child(segment));
            Sensitivity own = child.map(FormField::sensitivity).orElse(null);
            List<String> there =
                    Stream.concat(path.stream(), Stream.of(segment)).toList();
            return new Place(child, own == null ? inherited : own, there);
        }

        boolean personal() {
            return field.isEmpty() || inherited != null;
        }

        Sensitivity sensitivity() {
            return inherited == null ? Sensitivity.UNKNOWN : inherited;
        }

        /// No name, number or address has an asterisk in it. Of what is not described only the mask itself is known.
        boolean masked(String text) {
            return inherited == null ? text.equals(Masking.HIDDEN) : text.contains("*");
        }
    }
}
