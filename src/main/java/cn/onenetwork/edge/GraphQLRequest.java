package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is asked for, whether by POST, by GET or over a socket: the parameters of GraphQL over HTTP, well-formed.
///
/// @param query         the document; null where only its hash is sent
/// @param hash          SHA-256 of the document in lower-case hexadecimal digits; null where the document is sent
///     without it
/// @param operationName null where the client leaves the choice to the document
record GraphQLRequest(
        @Nullable String query,
        @Nullable String hash,
        @Nullable String operationName,
        JsonObject variables,
        JsonObject extensions) {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

    /// The request in a JSON object; parameters nobody knows are ignored.
    ///
    /// @throws Refusal BAD_USER_INPUT where a parameter has the wrong type, or both `query` and a hash are missing
    static GraphQLRequest of(JsonObject parameters, Locale locale) {
        JsonObject extensions = object(parameters, "extensions", locale);
        String hash = DocumentHash.of(parameters, extensions, locale);
        return new GraphQLRequest(
                hash == null ? query(parameters, locale) : queryBeside(parameters, locale),
                hash,
                operationName(parameters, locale),
                object(parameters, "variables", locale),
                extensions);
    }

    /// A JSON object from a text.
    ///
    /// @throws Refusal BAD_USER_INPUT where it is something else; a batch of requests is something else
    static JsonObject parse(String text, String refusedAs, Locale locale) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonStructure structure = reader.read();
            if (structure instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException | IllegalStateException malformed) {
            throw Refusal.badInput(refusedAs, locale);
        }
        throw Refusal.badInput(refusedAs, locale);
    }

    private static String query(JsonObject parameters, Locale locale) {
        if (parameters.get("query") instanceof JsonString query
                && !query.getString().isBlank()) {
            return query.getString();
        }
        throw Refusal.badInput("query", locale);
    }

    private static @Nullable String queryBeside(JsonObject parameters, Locale locale) {
        JsonValue query = parameters.getOrDefault("query", JsonValue.NULL);
        boolean missing = query.getValueType() == ValueType.NULL
                || query instanceof JsonString text && text.getString().isEmpty();
        return missing ? null : query(parameters, locale);
    }

    private static @Nullable String operationName(JsonObject parameters, Locale locale) {
        JsonValue name = parameters.getOrDefault("operationName", JsonValue.NULL);
        if (name.getValueType() == ValueType.NULL) {
            return null;
        }
        if (name instanceof JsonString text) {
            return text.getString().isEmpty() ? null : text.getString();
        }
        throw Refusal.badInput("operationName", locale);
    }

    private static JsonObject object(JsonObject parameters, String name, Locale locale) {
        JsonValue value = parameters.getOrDefault(name, JsonValue.NULL);
        if (value.getValueType() == ValueType.NULL) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Refusal.badInput(name, locale);
    }

    /// The same request with its document.
    /// @param name of the one operation of the document that is meant; null where it has none
    GraphQLRequest withQuery(String text, @Nullable String name) {
        return new GraphQLRequest(text, hash, name, variables, extensions);
    }

    /// As SmallRye reads it; not before the document is there.
    JsonObject toJson() {
        var json = PROVIDER.createObjectBuilder()
                .add("query", Objects.requireNonNull(query))
                .add("variables", variables);
        return (operationName == null ? json : json.add("operationName", operationName)).build();
    }
}
