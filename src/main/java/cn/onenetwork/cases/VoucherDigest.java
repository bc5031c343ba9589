package cn.onenetwork.cases;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The digest of the vouchers of one event, which the hash of the event covers: SHA-256 over length-prefixed fields.
///
/// The database keeps the content as JSON and gives it back in another order of keys, so that it is digested by value:
/// keys in their order, numbers without the way they were written.
final class VoucherDigest {

    private VoucherDigest() {}

    /// Null where there is no voucher.
    static byte @Nullable [] of(List<Voucher> vouchers) {
        if (vouchers.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(bytes)) {
            for (Voucher voucher : vouchers.stream()
                    .sorted(Comparator.comparing(Voucher::type).thenComparing(Voucher::number))
                    .toList()) {
                text(voucher.type().name(), fields);
                text(voucher.number(), fields);
                text(voucher.issuedOn().toString(), fields);
                text(String.valueOf(voucher.dueOn()), fields);
                value(voucher.content(), fields);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sha256(bytes.toByteArray());
    }

    private static void value(JsonValue value, DataOutputStream fields) throws IOException {
        fields.writeByte(value.getValueType().ordinal());
        switch (value) {
            case JsonObject object -> members(object, fields);
            case JsonArray array -> {
                fields.writeInt(array.size());
                for (JsonValue element : array) {
                    value(element, fields);
                }
            }
            case JsonString string -> text(string.getString(), fields);
            case JsonNumber number ->
                text(number.bigDecimalValue().stripTrailingZeros().toString(), fields);
            default -> {}
        }
    }

    private static void members(JsonObject object, DataOutputStream fields) throws IOException {
        fields.writeInt(object.size());
        for (Map.Entry<String, JsonValue> member : new TreeMap<>(object).entrySet()) {
            text(member.getKey(), fields);
            value(member.getValue(), fields);
        }
    }

    private static void text(String text, DataOutputStream fields) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        fields.writeInt(bytes.length);
        fields.write(bytes);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
