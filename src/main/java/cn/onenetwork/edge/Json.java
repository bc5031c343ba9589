package cn.onenetwork.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.vertx.core.buffer.Buffer;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Writes results as JSON: what the engine leaves (maps, lists, strings, numbers, enums), and the JSON values
/// of the `JSON` scalar as they are.
final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new SimpleModule().addSerializer(new JsonValueSerializer()));

    private Json() {}

    static Buffer write(Map<String, ?> value) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// A text as a JSON string.
    static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static final class JsonValueSerializer extends StdSerializer<JsonValue> {

        private static final long serialVersionUID = 1L;

        JsonValueSerializer() {
            super(JsonValue.class);
        }

        @Override
        public void serialize(JsonValue value, JsonGenerator json, SerializerProvider provider) throws IOException {
            switch (value) {
                case JsonObject object -> {
                    json.writeStartObject();
                    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                        json.writeFieldName(member.getKey());
                        serialize(member.getValue(), json, provider);
                    }
                    json.writeEndObject();
                }
                case JsonArray array -> {
                    json.writeStartArray();
                    for (JsonValue element : array) {
                        serialize(element, json, provider);
                    }
                    json.writeEndArray();
                }
                case JsonString text -> json.writeString(text.getString());
                case JsonNumber number -> json.writeNumber(number.toString());
                default -> json.writeRawValue(value.toString());
            }
        }
    }
}
