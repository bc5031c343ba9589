package cn.onenetwork.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/// How the JSON of an item library is read. Fields that nobody here needs are passed over, and kept as imported.
final class LibraryJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new SimpleModule()
                    .addDeserializer(LocalDate.class, new Day())
                    .addDeserializer(JsonObject.class, new Tree<>(JsonObject.class))
                    .addDeserializer(JsonValue.class, new Tree<>(JsonValue.class)))
            .build();

    private LibraryJson() {}

    static ObjectNode object(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /// An item that was imported, and its tenant likewise.
    static ServiceItem item(String definition, String tenant) {
        try {
            return MAPPER.treeToValue(object(definition).set("tenant", object(tenant)), ServiceItem.class);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static Tenant tenant(String definition) {
        try {
            return MAPPER.readValue(definition, Tenant.class);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /// A calendar day, ISO 8601.
    private static final class Day extends FromStringDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        Day() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException malformed) {
                throw JsonMappingException.from(context, "not a calendar day", malformed);
            }
        }
    }

    /// A piece of JSON that is handed on as it is: the schema type JSON is of this class.
    private static final class Tree<T extends JsonValue> extends JsonDeserializer<T> {

        private final Class<T> type;

        Tree(Class<T> type) {
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            try (JsonReader reader = Json.createReader(new StringReader(node.toString()))) {
                JsonValue value = reader.readValue();
                if (!type.isInstance(value)) {
                    throw JsonMappingException.from(parser, "not a JSON object");
                }
                return type.cast(value);
            }
        }
    }
}
