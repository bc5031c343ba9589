package cn.onenetwork.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Where a connection goes on: the sort key of a row, opaque to clients.
///
/// A cursor names the kind of list it belongs to, so that one list refuses the cursors of another instead of
/// paging from a random place.
public record Cursor(String kind, List<String> keys) {

    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 512;

    public Cursor(String kind, Object... keys) {
        this(kind, Arrays.stream(keys).map(Object::toString).toList());
    }

    public String encoded() {
        String text = kind + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a cursor of this kind back into a key.
    ///
    /// @throws Refusal BAD_USER_INPUT where the text is not a cursor of this kind
    public static <K> K decode(String kind, String text, Locale locale, Function<List<String>, K> key) {
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(decoded.split(SEPARATOR, -1));
            if (!parts.getFirst().equals(kind)) {
                throw new IllegalArgumentException("another list's");
            }
            return key.apply(parts.subList(1, parts.size()));
        } catch (RuntimeException malformed) {
            throw Refusal.badInput("cursor", locale);
        }
    }
}
