package cn.onenetwork.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rooms of the house, and who may know whom.
///
/// @param root the package whose direct sub-packages are the rooms
record Rooms(String root) {

    /// The root package itself: it starts the service and is known by nobody.
    private static final String DOORSTEP = "(start)";

    /// Development only, left out of the production package; reached by name, so that nobody links to it.
    private static final String EMBEDDED = "platform.embedded";

    private static final Set<String> CORE = Set.of("catalogue", "calendar", "identity", "platform");
    private static final Set<String> FOLLOWER = Set.of("cases", "catalogue", "calendar", "identity", "platform");

    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry(DOORSTEP, Set.of("platform")),
            Map.entry("platform", Set.of()),
            Map.entry(EMBEDDED, Set.of("platform")),
            Map.entry("explorer", Set.of()),
            Map.entry("identity", Set.of("platform")),
            Map.entry("edge", Set.of("identity", "platform")),
            Map.entry("catalogue", Set.of("identity", "platform")),
            Map.entry("calendar", Set.of("platform")),
            Map.entry("cases", CORE),
            Map.entry("documents", FOLLOWER),
            Map.entry("review", FOLLOWER),
            Map.entry("progress", FOLLOWER),
            Map.entry("register", FOLLOWER),
            Map.entry("enquiry", FOLLOWER),
            Map.entry("privacy", FOLLOWER),
            Map.entry("ratings", FOLLOWER),
            Map.entry("licences", FOLLOWER),
            Map.entry("statistics", FOLLOWER),
            Map.entry("bundles", FOLLOWER),
            Map.entry("assistance", FOLLOWER),
            Map.entry("enterprise", FOLLOWER));

    /// Every resolver takes the caller at the door, so the `api` of a room may know `identity` where the room
    /// itself may not: the calendar's rules stay pure.
    private static boolean mayKnow(String room, boolean api, String other) {
        return room.equals(other)
                || MAY_KNOW.getOrDefault(room, Set.of()).contains(other)
                || api && other.equals("identity");
    }

    /// That every class knows only what its room may know, and no `api` but its own.
    ArchCondition<JavaClass> knowOnlyTheRoomsBelow() {
        return new ArchCondition<>("know only the rooms below their own") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                if (!MAY_KNOW.containsKey(room(from))) {
                    events.add(SimpleConditionEvent.violated(
                            from, from.getName() + " is in a room without a row in Rooms"));
                }
                from.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isInside(dependency.getTargetClass()))
                        .filter(dependency -> !mayKnow(room(from), isApi(from), room(dependency.getTargetClass())))
                        .forEach(dependency -> events.add(violation(dependency)));
            }
        };
    }

    /// That nobody knows an `api` but the `api` itself.
    ArchCondition<JavaClass> leaveEveryApiAlone() {
        return new ArchCondition<>("leave every api alone") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                isInside(dependency.getTargetClass()) && isApi(dependency.getTargetClass()))
                        .filter(dependency ->
                                !dependency.getTargetClass().getPackageName().equals(from.getPackageName()))
                        .forEach(dependency -> events.add(violation(dependency)));
            }
        };
    }

    /// Who really knows whom, room by room; without their `api`s, which all know the caller.
    SortedMap<String, SortedSet<String>> known(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> known = new TreeMap<>();
        for (JavaClass from : classes) {
            if (isApi(from)) {
                continue;
            }
            SortedSet<String> others = known.computeIfAbsent(room(from), _ -> new TreeSet<>());
            from.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(this::isInside)
                    .map(this::room)
                    .filter(other -> !other.equals(room(from)))
                    .forEach(others::add);
        }
        known.remove(DOORSTEP);
        return known;
    }

    private static ConditionEvent violation(Dependency dependency) {
        return SimpleConditionEvent.violated(dependency, dependency.getDescription());
    }

    private boolean isInside(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(root + ".");
    }

    private static boolean isApi(JavaClass type) {
        return type.getPackageName().endsWith(".api");
    }

    private String room(JavaClass type) {
        String path = type.getPackageName().equals(root)
                ? DOORSTEP
                : type.getPackageName().substring(root.length() + 1);
        return path.startsWith(EMBEDDED) ? EMBEDDED : path.replaceFirst("\\..*", "");
    }
}
