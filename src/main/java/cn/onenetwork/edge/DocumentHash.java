package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The hash by which a document is asked for: SHA-256 of its text in UTF-8.
///
/// Clients send it in one of two ways: `documentId` with the prefix `sha256:`, of the appendix "Persisted
/// Documents" of GraphQL over HTTP, or `extensions.persistedQuery`, of Apollo's clients.
final class DocumentHash {

    private static final String PREFIX = "sha256:";
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    private DocumentHash() {}

    /// The hash in a request, or null.
    ///
    /// @throws Refusal BAD_USER_INPUT where it is no hash; PERSISTED_QUERY_NOT_SUPPORTED for another version of the
    ///     extension, so that the client sends documents instead
    static @Nullable String of(JsonObject parameters, JsonObject extensions, Locale locale) {
        JsonValue id = parameters.getOrDefault("documentId", JsonValue.NULL);
        if (id.getValueType() != ValueType.NULL) {
            return id instanceof JsonString text && text.getString().startsWith(PREFIX)
                    ? checked(text.getString().substring(PREFIX.length()), "documentId", locale)
                    : bad("documentId", locale);
        }
        JsonValue persisted = extensions.getOrDefault("persistedQuery", JsonValue.NULL);
        return switch (persisted) {
            case JsonObject apollo -> ofApollo(apollo, locale);
            case JsonValue none when none.getValueType() == ValueType.NULL -> null;
            default -> bad("persistedQuery", locale);
        };
    }

    private static @Nullable String ofApollo(JsonObject persistedQuery, Locale locale) {
        if (!(persistedQuery.get("version") instanceof JsonNumber version
                && version.toString().equals("1"))) {
            throw Refusal.of(Code.PERSISTED_QUERY_NOT_SUPPORTED, locale);
        }
        return persistedQuery.get("sha256Hash") instanceof JsonString hash
                ? checked(hash.getString(), "persistedQuery", locale)
                : bad("persistedQuery", locale);
    }

    private static String checked(String hash, String parameter, Locale locale) {
        return DIGITS.matcher(hash).matches() ? hash : bad(parameter, locale);
    }

    private static String bad(String parameter, Locale locale) {
        throw Refusal.badInput(parameter, locale);
    }

    /// The hash of a document.
    static String of(String document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
