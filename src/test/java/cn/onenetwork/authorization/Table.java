package cn.onenetwork.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of verdicts, as a file that people read and review.
///
/// Lines with `#` explain. Lines such as `others = citizen-l1, citizen-l2` say which personas share a column. The
/// first line with bars names the columns, each further one is a row: what is asked, and what each column gets.
///
/// @param columns the personas of each column
/// @param rows    by what is asked; for each column the verdict
record Table(List<String> comments, Map<String, List<String>> columns, Map<String, Map<String, String>> rows) {

    static final Path FOLDER = Path.of("src", "test", "resources", "authorization");

    static Table read(String name) {
        try {
            return parse(Files.readAllLines(FOLDER.resolve(name)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Table parse(List<String> lines) {
        Table table = new Table(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        @Nullable List<String> head = null;
        for (String line : lines) {
            if (line.startsWith("#")) {
                table.comments.add(line);
            } else if (line.startsWith("|")) {
                List<String> cells = cells(line);
                if (head == null) {
                    head = cells;
                } else {
                    table.add(head, cells);
                }
            } else if (line.contains("=")) {
                String[] column = line.split("=", 2);
                table.columns.put(
                        column[0].strip(),
                        Arrays.stream(column[1].split(",")).map(String::strip).toList());
            }
        }
        return table;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private void add(List<String> head, List<String> cells) {
        if (cells.size() != head.size() || rows.containsKey(cells.getFirst())) {
            throw new IllegalArgumentException("a row twice, or with too few or too many cells: " + cells.getFirst());
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i < head.size(); i++) {
            row.put(head.get(i), cells.get(i));
        }
        rows.put(cells.getFirst(), row);
    }

    /// The verdict for a persona; null where the table has no such row, or no column for the persona.
    @Nullable
    String verdict(String row, String persona) {
        Map<String, String> verdicts = rows.getOrDefault(row, Map.of());
        return columns.entrySet().stream()
                .filter(column -> column.getValue().contains(persona))
                .map(column -> verdicts.get(column.getKey()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Who got something else than the table says, which rows are missing, and which are too many; in sentences.
    ///
    /// @param actual by row and persona
    List<String> complaints(String file, Map<String, Map<String, String>> actual) {
        Stream<String> here = actual.entrySet().stream()
                .flatMap(row -> rows.containsKey(row.getKey())
                        ? wrong(row.getKey(), row.getValue())
                        : Stream.of(
                                "%s has no verdict. Add it to %s: run the test once with -Dauthorization.update, review"
                                                .formatted(row.getKey(), FOLDER.resolve(file))
                                        + " each cell of the new row by who may do what, and commit it. Now: "
                                        + row.getValue()));
        Stream<String> gone = rows.keySet().stream()
                .filter(row -> !actual.containsKey(row))
                .map(row -> "%s is not asked any more; take its row out of %s.".formatted(row, FOLDER.resolve(file)));
        return Stream.concat(here, gone).toList();
    }

    private Stream<String> wrong(String row, Map<String, String> actual) {
        return actual.entrySet().stream()
                .filter(got -> !got.getValue().equals(verdict(row, got.getKey())))
                .map(got -> verdict(row, got.getKey()) == null
                        ? "%s has no column; name the persona in one.".formatted(got.getKey())
                        : "%s: %s gets %s, the table says %s."
                                .formatted(row, got.getKey(), got.getValue(), verdict(row, got.getKey())));
    }

    /// The same table with what was really got: for a review, line by line. Personas that do not get the same any
    /// more have columns of their own.
    Table proposal(Map<String, Map<String, String>> actual) {
        Map<String, List<String>> apart = new LinkedHashMap<>();
        columns.forEach((column, personas) -> {
            List<String> known =
                    personas.stream().filter(persona -> knows(actual, persona)).toList();
            if (alike(known, actual)) {
                apart.put(column, known);
            } else {
                known.forEach(persona -> apart.put(persona, List.of(persona)));
            }
        });
        actual.values().stream()
                .flatMap(row -> row.keySet().stream())
                .filter(persona -> apart.values().stream().noneMatch(column -> column.contains(persona)))
                .distinct()
                .toList()
                .forEach(persona -> apart.put(persona, List.of(persona)));
        Map<String, Map<String, String>> filled = new LinkedHashMap<>();
        actual.forEach((row, verdicts) -> filled.put(
                row,
                apart.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                column -> verdicts.get(column.getValue().getFirst()),
                                (one, _) -> one,
                                LinkedHashMap::new))));
        return new Table(comments, apart, filled);
    }

    private static boolean knows(Map<String, Map<String, String>> actual, String persona) {
        return actual.values().stream().anyMatch(row -> row.containsKey(persona));
    }

    private static boolean alike(List<String> personas, Map<String, Map<String, String>> actual) {
        return !personas.isEmpty()
                && actual.values().stream()
                        .allMatch(row ->
                                personas.stream().map(row::get).distinct().count() == 1);
    }

    void write(String name) {
        try {
            Files.writeString(FOLDER.resolve(name), text());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String text() {
        List<String> names = List.copyOf(columns.keySet());
        int[] widths = new int[names.size() + 1];
        widths[0] = rows.keySet().stream().mapToInt(String::length).max().orElse(1);
        for (int i = 0; i < names.size(); i++) {
            String column = names.get(i);
            widths[i + 1] = Stream.concat(
                            Stream.of(column), rows.values().stream().map(row -> row.get(column)))
                    .mapToInt(String::length)
                    .max()
                    .orElse(1);
        }
        StringBuilder text = new StringBuilder();
        comments.forEach(line -> text.append(line).append('\n'));
        columns.forEach((column, personas) -> text.append(column)
                .append(" = ")
                .append(String.join(", ", personas))
                .append('\n'));
        text.append(line(widths, "", names));
        rows.forEach((row, verdicts) ->
                text.append(line(widths, row, names.stream().map(verdicts::get).toList())));
        return text.toString();
    }

    private static String line(int[] widths, String first, List<String> cells) {
        StringBuilder line = new StringBuilder("| ").append(padded(first, widths[0]));
        for (int i = 0; i < cells.size(); i++) {
            line.append(" | ").append(padded(cells.get(i), widths[i + 1]));
        }
        return line.append(" |\n").toString();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
