package cn.onenetwork.catalogue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON in the one form that equal values share: keys in the order of their UTF-16 units, no spaces, numbers by
/// value (5.0 is 5). Only its digest is ever made, because the values are about people.
final class CanonicalJson {

    /// Levels that are told apart; no form has nearly as many, and a value inside itself comes to an end.
    private static final int DEPTH = 100;

    private final MessageDigest digest;

    private CanonicalJson() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// SHA-256, as 64 lower-case hexadecimal digits.
    static String digest(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value, 0);
        return HexFormat.of().formatHex(json.digest.digest());
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > DEPTH) {
            write("…");
            return;
        }
        switch (value) {
            case null -> write("null");
            case Boolean bool -> write(bool.toString());
            case Number number -> write(number(number));
            case Map<?, ?> map -> object(map, depth);
            case Iterable<?> list -> list(list, depth);
            default -> text(value.toString());
        }
    }

    private void object(Map<?, ?> map, int depth) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, element) -> sorted.put(String.valueOf(key), element));
        write("{");
        sorted.forEach((key, element) -> {
            text(key);
            write(":");
            value(element, depth + 1);
            write(",");
        });
        write("}");
    }

    private void list(Iterable<?> list, int depth) {
        write("[");
        for (Object element : list) {
            value(element, depth + 1);
            write(",");
        }
        write("]");
    }

    /// Half a character is escaped, because UTF-8 has no bytes for it.
    private void text(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(unit -> {
            if (unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate((char) unit)) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits((char) unit));
            } else {
                quoted.append((char) unit);
            }
        });
        write(quoted.append('"').toString());
    }

    private static String number(Number number) {
        try {
            return new BigDecimal(number.toString()).stripTrailingZeros().toString();
        } catch (NumberFormatException noNumberOfJson) {
            return number.toString();
        }
    }

    private void write(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
