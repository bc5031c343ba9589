package cn.onenetwork.privacy;

import static cn.onenetwork.privacy.AccessFixture.note;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.CasePart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpoolTest {

    @TempDir
    Path folder;

    @Test
    void notes_come_out_as_they_went_in() throws IOException {
        List<Note> notes = List.of(note("p-one", CasePart.CASE), note("p-two", CasePart.FORM));
        try (Spool spool = Spool.open(folder)) {
            for (Note note : notes) {
                spool.append(note);
            }

            assertThat(all(spool)).isEqualTo(notes);
        }
    }

    @Test
    void a_note_that_comes_later_is_in_another_file() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            spool.append(note("p-one", CasePart.CASE));
            List<Path> first = spool.ended();
            Note later = note("p-two", CasePart.CASE);
            spool.append(later);

            assertThat(first).hasSize(1);
            assertThat(spool.ended()).hasSize(2).startsWith(first.getFirst());
            assertThat(Spool.notes(spool.ended().getLast())).containsExactly(later);
        }
    }

    @Test
    void a_torn_or_damaged_end_is_left_out_and_what_was_whole_is_not() throws IOException {
        Note whole = note("p-one", CasePart.CASE);
        try (Spool spool = Spool.open(folder)) {
            spool.append(whole);
            spool.append(note("p-two", CasePart.CASE));
            Path file = spool.ended().getFirst();
            byte[] bytes = Files.readAllBytes(file);
            for (int length = bytes.length - 1; length > bytes.length / 2; length--) {
                var _ = Files.write(file, Arrays.copyOf(bytes, length), StandardOpenOption.TRUNCATE_EXISTING);
                assertThat(Spool.notes(file)).containsExactly(whole);
            }
            bytes[bytes.length - 10] ^= 1;
            var _ = Files.write(file, bytes);
            assertThat(Spool.notes(file)).containsExactly(whole);
        }
    }

    @Test
    void what_a_process_left_is_taken_up_and_what_another_still_writes_is_not() throws IOException {
        Note left = note("p-one", CasePart.CASE);
        Spool dead = Spool.open(folder);
        try (Spool living = Spool.open(folder)) {
            dead.append(left);
            assertThat(living.ended()).isEmpty();

            dead.close();
            assertThat(all(living)).containsExactly(left);
            for (Path file : living.ended()) {
                Files.delete(file);
            }
            assertThat(living.ended()).isEmpty();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).as("the living one's lock").hasSize(1);
            }
        }
    }

    @Test
    void no_more_than_ids_codes_and_the_masked_name_is_written() throws IOException {
        Note note = note("p-one", CasePart.CASE);
        String text = new String(note.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(text.replaceAll("[^\\x21-\\x7e]+", " "))
                .contains("p-one", "STAFF", "guiyang-hightech", "ht-approval", "CASE_HANDLING", "CASE");
        assertThat(note.bytes()).hasSizeLessThan(160);
    }

    private static List<Note> all(Spool spool) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (Path file : spool.ended()) {
            notes.addAll(Spool.notes(file));
        }
        return notes;
    }
}
