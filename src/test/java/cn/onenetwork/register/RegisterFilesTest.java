package cn.onenetwork.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.register.RegisterRows.Document;
import cn.onenetwork.register.RegisterRows.Enterprise;
import cn.onenetwork.register.RegisterRows.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The files of the register follow from the sample catalogue and the personas. After a change of these,
/// `-Dregister.write -Dtest=RegisterFilesTest` writes them anew.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegisterFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/register");

    @Test
    void the_files_are_what_the_catalogue_and_the_personas_say() throws IOException {
        RegisterRows derived = DerivedRows.derive();
        if (System.getProperty("register.write") != null) {
            write("enterprises", derived.enterprises());
            write("persons", derived.persons());
            write("documents", derived.documents());
        }

        assertThat(text("enterprises")).isEqualTo(told(derived.enterprises()));
        assertThat(text("persons")).isEqualTo(told(derived.persons()));
        assertThat(text("documents")).isEqualTo(told(derived.documents()));
    }

    @Test
    void nobody_has_two_documents_of_a_kind_and_no_row_occurs_twice() {
        RegisterRows rows = RegisterRows.read();

        assertThat(rows.documents())
                .extracting(row -> row.holder() + " " + row.type())
                .doesNotHaveDuplicates();
        assertThat(rows.enterprises()).extracting(Enterprise::uscc).doesNotHaveDuplicates();
        assertThat(rows.persons()).extracting(Person::subject).doesNotHaveDuplicates();
    }

    @Test
    void every_company_has_a_business_licence_and_every_persona_that_applies_an_identity_card() {
        RegisterRows rows = RegisterRows.read();

        assertThat(rows.documents().stream()
                        .filter(row -> row.type().equals(DerivedRows.BUSINESS_LICENCE))
                        .map(Document::holder))
                .containsAll(rows.enterprises().stream().map(Enterprise::uscc).toList())
                .hasSizeGreaterThanOrEqualTo(33);
        assertThat(rows.documents().stream()
                        .filter(row -> row.type().equals(DerivedRows.IDENTITY_CARD) && row.holderName() == null)
                        .map(Document::holder))
                .containsExactlyInAnyOrder(
                        "p-citizen",
                        "p-citizen-l2",
                        "p-citizen-l1",
                        "p-enterprise-legal",
                        "p-enterprise-operator",
                        "p-enterprise-other",
                        "p-enterprise-bonded");
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file + ".json"));
    }

    private static void write(String file, List<?> rows) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(file + ".json"), told(rows));
    }

    /// A row a line.
    private static String told(List<?> rows) {
        return rows.stream().map(DerivedRows::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }
}
