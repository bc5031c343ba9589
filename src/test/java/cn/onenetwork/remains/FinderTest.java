package cn.onenetwork.remains;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FinderTest {

    /// Nobody's.
    private static final String NUMBER = "19912345678";

    private static final PersonalNumbers SOUGHT = PersonalNumbers.of(Map.of("number", NUMBER));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 65_530, 65_536, 200_000})
    void a_number_is_found_wherever_it_stands(int before) throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "号".repeat(before) + NUMBER + "\nmore");

        assertThat(Finder.in(file, SOUGHT)).containsExactly("number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "123", "{\"sub\":\"p-citizen\",\"phone_number\":\""})
    void a_number_is_found_in_hexadecimal_digits_and_in_base64(String before) {
        byte[] bytes = (before + NUMBER + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(found(HexFormat.of().formatHex(bytes))).containsExactly("number, in hexadecimal digits");
        assertThat(found(Base64.getUrlEncoder().encodeToString(bytes)))
                .containsExactly("number, in Base64 after " + before.length() % 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"199****5678", "1991234567", "9912345678", "199 1234 5678"})
    void what_is_masked_or_another_number_is_not_found(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void the_numbers_of_all_personas_are_sought_and_a_small_check_character_hides_none() throws IOException {
        PersonalNumbers personas = PersonalNumbers.ofThePersonas();

        assertThat(personas.spellings()).hasSize(14 * 5);
        try (Finder finder = new Finder(personas)) {
            finder.write(("id=" + personas.spellings().get("id number of citizen") + "x, tel="
                            + personas.spellings().get("mobile number of citizen-l1"))
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(finder.found()).containsExactly("id number of citizen", "mobile number of citizen-l1");
        }
    }

    private static Iterable<String> found(String text) {
        Finder finder = new Finder(SOUGHT);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        finder.write(bytes, 0, bytes.length);
        return finder.found();
    }
}
