package cn.onenetwork.architecture;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who really knows whom in the house, as a Mermaid flowchart.
///
/// The rooms' `api`s are left out; every resolver knows the caller. An arrow that follows from two others is
/// left out too: who knows `cases` may know what `cases` knows.
public final class RoomMap {

    private RoomMap() {}

    /// The rooms of the service as they are.
    public static String current() {
        return of(new Rooms("cn.onenetwork").known(Code.OF_THE_SERVICE));
    }

    static String of(SortedMap<String, SortedSet<String>> known) {
        Stream<String> rooms = known.keySet().stream().map(room -> "    " + id(room) + "[" + room + "]");
        Stream<String> arrows = known.entrySet().stream()
                .flatMap(entry ->
                        shown(entry, known).stream().map(other -> "    " + id(entry.getKey()) + " --> " + id(other)));
        return Stream.of(Stream.of("flowchart TD"), rooms, arrows)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> shown(
            Map.Entry<String, SortedSet<String>> entry, SortedMap<String, SortedSet<String>> known) {
        return entry.getValue().stream()
                .filter(other -> entry.getValue().stream()
                        .noneMatch(between -> known.get(between).contains(other)))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String id(String room) {
        return room.replace('.', '_');
    }
}
