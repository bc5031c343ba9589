package cn.onenetwork.catalogue;

import static cn.onenetwork.platform.Jsons.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answers of a form between the schema type JSON and plain values.
///
/// Plain values are maps, lists, texts, booleans, null, and for numbers Long where they are whole and fit, else
/// BigDecimal, which loses no digit.
public final class FormValues {

    private static final int DIGITS_OF_A_LONG = 18;

    private FormValues() {}

    /// Plain values in the order of the keys.
    public static Map<String, @Nullable Object> of(JsonObject json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.forEach((name, value) -> values.put(name, plain(value)));
        return Collections.unmodifiableMap(values);
    }

    /// JSON of plain values, the inverse of [#of].
    public static JsonObject json(Map<String, ?> values) {
        return JSON.createObjectBuilder(values).build();
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value) {
            case JsonObject object -> of(object);
            case JsonArray array -> array.stream().map(FormValues::plain).toList();
            case JsonString string -> string.getString();
            case JsonNumber number -> plain(number.bigDecimalValue());
            default ->
                value.getValueType() == JsonValue.ValueType.NULL
                        ? null
                        : (Object) (value.getValueType() == JsonValue.ValueType.TRUE);
        };
    }

    private static Object plain(BigDecimal number) {
        return number.scale() == 0 && number.precision() <= DIGITS_OF_A_LONG ? (Object) number.longValue() : number;
    }
}
