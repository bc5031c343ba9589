package cn.onenetwork.remains;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.Remains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// After all other tests, in a JVM of its own: no number of a persona has stayed anywhere in plain.
@Tag("last")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RemainsTest {

    private static final Path BUILD = Path.of("target");

    /// What is published: examples of filled in forms, which a persona's number stands in because it is well known
    /// for being nobody's.
    private static final Set<String> EXAMPLES = Set.of("one_network.public.service_item.definition");

    /// Otherwise the tests below would find nothing because there is nothing.
    @Test
    void the_run_has_left_something_of_each_kind() throws IOException {
        assertThat(files(Remains.ALL))
                .filteredOn(file -> file.toFile().length() > 0)
                .extracting(file -> file.getFileName().toString())
                .contains("service.log", "database.log", "processes.log", "urls.log", "errors.log", "events.log");
        assertThat(reports()).isNotEmpty();
        for (Path part : parts()) {
            assertThat(lines(part))
                    .filteredOn(line -> line.bytes() > 0)
                    .extracting(DatabaseContent.Line::place)
                    .contains("one_network.public.flyway_schema_history", "one_network.public.service_item");
        }
    }

    @Test
    void no_log_no_report_and_no_error_holds_a_number_of_a_persona() throws IOException {
        PersonalNumbers sought = PersonalNumbers.ofThePersonas();
        Set<String> leaks = new TreeSet<>();
        for (Path file : Stream.of(logs(), files(Remains.ALL), reports())
                .flatMap(List::stream)
                .toList()) {
            Finder.in(file, sought).forEach(name -> leaks.add(file + ": " + name));
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void the_database_holds_no_number_of_a_persona_but_in_examples() throws IOException {
        for (Path part : parts()) {
            Set<String> places = new TreeSet<>();
            lines(part).stream().filter(line -> !line.number().isEmpty()).forEach(line -> places.add(line.place()));

            assertThat(places)
                    .as("what is excused and is not there needs no excuse")
                    .isEqualTo(EXAMPLES);
        }
    }

    private static List<DatabaseContent.Line> lines(Path part) throws IOException {
        return Files.readAllLines(part.resolve(AtTheEnd.DATABASE)).stream()
                .map(DatabaseContent.Line::of)
                .toList();
    }

    private static List<Path> parts() throws IOException {
        try (Stream<Path> parts = Files.list(Remains.ALL)) {
            return parts.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(BUILD)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    private static List<Path> reports() throws IOException {
        return files(BUILD.resolve("surefire-reports"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
