package cn.onenetwork.remains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Identity and mobile numbers of the personas, in every spelling in which bytes are written down as text.
///
/// @param spellings what to look for, with a name that tells whose it is without telling it
record PersonalNumbers(Map<String, String> spellings) {

    /// The check character of an identity number, not sought because it may be a small or a capital letter.
    private static final Pattern CHECK = Pattern.compile(".$");

    /// Base64 writes three bytes as four letters.
    private static final int GROUP = 3;

    private static final int LETTERS = 4;

    static PersonalNumbers ofThePersonas() throws IOException {
        Map<String, String> numbers = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(
                PersonalNumbers.class.getResourceAsStream("/embedded/personas.json"), "the personas are gone")) {
            for (JsonNode persona : new ObjectMapper().readTree(file)) {
                String who = persona.path("username").asText();
                JsonNode claims = persona.path("claims");
                numbers.put(
                        "id number of " + who,
                        CHECK.matcher(claims.path("id_no").asText()).replaceFirst(""));
                numbers.put(
                        "mobile number of " + who, claims.path("phone_number").asText());
            }
        }
        numbers.values().removeIf(String::isEmpty);
        return of(numbers);
    }

    static PersonalNumbers of(Map<String, String> numbers) {
        Map<String, String> spellings = new TreeMap<>();
        numbers.forEach((name, number) -> {
            byte[] bytes = number.getBytes(StandardCharsets.US_ASCII);
            spellings.put(name, number);
            spellings.put(name + ", in hexadecimal digits", HexFormat.of().formatHex(bytes));
            for (int before = 0; before < GROUP; before++) {
                spellings.put(name + ", in Base64 after " + before, base64(bytes, before));
            }
        });
        return new PersonalNumbers(Map.copyOf(spellings));
    }

    /// The letters that depend on nothing but these bytes, where so many others stand before them.
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        int first = before == 0 ? 0 : LETTERS;
        int whole = shifted.length / GROUP * LETTERS;
        return Base64.getEncoder().encodeToString(shifted).substring(first, whole);
    }

    int longest() {
        return spellings.values().stream().mapToInt(String::length).max().orElse(0);
    }
}
