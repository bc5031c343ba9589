package cn.onenetwork.catalogue;

import static cn.onenetwork.platform.Jsons.JSON;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;

/// How the JSON of an item library is read. Fields that nobody here needs are passed over, and kept as
/// imported.
@Singleton
class LibraryJson {

    private final Clock clock;
    private final JsonMapper mapper;

    LibraryJson(Clock clock) {
        this.clock = clock;
        this.mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // 32000.0 stays 32000.0: a form example comes out as it came in.
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .injectableValues(injected())
                .addModule(new SimpleModule()
                        .addDeserializer(LocalDate.class, new Day())
                        .addDeserializer(JsonObject.class, new Tree<>(JsonObject.class))
                        .addDeserializer(JsonValue.class, new Tree<>(JsonValue.class)))
                .build();
    }

    private InjectableValues.Std injected() {
        return new InjectableValues.Std().addValue(Clock.class, clock);
    }

    JsonNode tree(InputStream json) throws IOException {
        return mapper.readTree(json);
    }

    /// Reads an item in the context of its tenant.
    ///
    /// @throws JsonProcessingException where a value has not the type it should have
    ServiceItem item(ObjectNode definition, ObjectNode tenant) throws JsonProcessingException {
        return of(tenant(tenant)).treeToValue(definition, ServiceItem.class);
    }

    /// An item of a tenant that was imported.
    ServiceItem importedItem(String definition, Tenant tenant) {
        try {
            return of(tenant).readValue(definition, ServiceItem.class);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private ObjectReader of(Tenant tenant) {
        return mapper.reader(injected().addValue(Tenant.class, tenant));
    }

    Tenant tenant(ObjectNode definition) throws JsonProcessingException {
        return mapper.treeToValue(definition, Tenant.class);
    }

    /// A tenant that was imported.
    Tenant importedTenant(String definition) {
        try {
            return mapper.readValue(definition, Tenant.class);
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
            try (JsonReader reader = JSON.createReader(new StringReader(node.toString()))) {
                JsonValue value = reader.readValue();
                if (!type.isInstance(value)) {
                    throw JsonMappingException.from(parser, "not a JSON object");
                }
                return type.cast(value);
            }
        }
    }
}
