package cn.onenetwork.edge;

import cn.onenetwork.platform.ApiError;
import cn.onenetwork.platform.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message of the sub-protocol `graphql-transport-ws`: read what clients may send, write what servers may.
sealed interface Message {

    /// `connection_init`, once per socket.
    record Init(JsonObject payload) implements Message {}

    /// `ping`, to be answered with a `pong` that has the same payload.
    record Ping(@Nullable JsonObject payload) implements Message {}

    /// `pong`, to be ignored.
    record Pong(@Nullable JsonObject payload) implements Message {}

    /// `subscribe`: starts an operation of any kind.
    record Subscribe(String id, GraphQLRequest request) implements Message {}

    /// `complete`: the client does not want any more of an operation.
    record Complete(String id) implements Message {}

    /// Reads a text from a client.
    ///
    /// @throws Refusal BAD_USER_INPUT where it is none of the messages a client may send
    static Message read(String text, Locale locale) {
        JsonObject json = GraphQLRequest.parse(text, "message", locale);
        return switch (json.get("type") instanceof JsonString type ? type.getString() : "") {
            case "connection_init" -> new Init(payload(json, locale).orElse(JsonValue.EMPTY_JSON_OBJECT));
            case "ping" -> new Ping(payload(json, locale).orElse(null));
            case "pong" -> new Pong(payload(json, locale).orElse(null));
            case "subscribe" -> new Subscribe(id(json, locale), request(json, locale));
            case "complete" -> new Complete(id(json, locale));
            default -> throw Refusal.badInput("message", locale);
        };
    }

    private static GraphQLRequest request(JsonObject json, Locale locale) {
        return GraphQLRequest.of(payload(json, locale).orElse(JsonValue.EMPTY_JSON_OBJECT), locale);
    }

    private static String id(JsonObject json, Locale locale) {
        if (json.get("id") instanceof JsonString id && !id.getString().isEmpty()) {
            return id.getString();
        }
        throw Refusal.badInput("message", locale);
    }

    private static Optional<JsonObject> payload(JsonObject json, Locale locale) {
        JsonValue payload = json.getOrDefault("payload", JsonValue.NULL);
        if (payload.getValueType() == JsonValue.ValueType.NULL) {
            return Optional.empty();
        }
        if (payload instanceof JsonObject object) {
            return Optional.of(object);
        }
        throw Refusal.badInput("message", locale);
    }

    static String ack() {
        return text("connection_ack", null, null);
    }

    static String pong(@Nullable JsonObject payload) {
        return text("pong", null, payload);
    }

    /// @param result as JSON
    static String next(String id, String result) {
        return "{\"type\":\"next\",\"id\":" + Json.quoted(id) + ",\"payload\":" + result + "}";
    }

    static String error(String id, List<ApiError> errors) {
        return text("error", id, errors.stream().map(ApiError::toMap).toList());
    }

    static String complete(String id) {
        return text("complete", id, null);
    }

    private static String text(String type, @Nullable String id, @Nullable Object payload) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        if (id != null) {
            message.put("id", id);
        }
        if (payload != null) {
            message.put("payload", payload);
        }
        return Json.write(message).toString();
    }
}
