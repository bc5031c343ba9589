package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the rules have to know of the library as a whole.
///
/// @param topics   codes of its topics
/// @param versions how often each task code and version occurs
/// @param slugs    the task codes under which each id of an item occurs
record LibraryFacts(Set<String> topics, Map<ItemKey, Long> versions, Map<String, Set<String>> slugs) {

    static LibraryFacts of(ItemLibrary library) {
        return new LibraryFacts(
                library.topics().stream()
                        .map(topic -> topic.path("code").asText())
                        .collect(Collectors.toSet()),
                library.items().stream().collect(Collectors.groupingBy(LibraryFacts::key, Collectors.counting())),
                slugs(library.items()));
    }

    boolean unique(ItemKey key) {
        return versions.getOrDefault(key, 0L) <= 1;
    }

    boolean oneItem(String slug) {
        return slugs.getOrDefault(slug, Set.of()).size() <= 1;
    }

    private static ItemKey key(ObjectNode item) {
        return new ItemKey(item.path("taskCode").asText(), item.path("version").asInt());
    }

    private static Map<String, Set<String>> slugs(List<ObjectNode> items) {
        return items.stream()
                .collect(Collectors.toMap(
                        item -> item.path("id").asText(),
                        item -> Set.of(item.path("taskCode").asText()),
                        LibraryFacts::union));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }
}
