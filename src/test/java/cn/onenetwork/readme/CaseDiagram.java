package cn.onenetwork.readme;

import cn.onenetwork.cases.CaseLifecycle;
import cn.onenetwork.cases.CaseLifecycle.Move;
import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.ClockEffect;
import cn.onenetwork.platform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lifecycle's table as a Mermaid state diagram: what happens, and who may do it.
final class CaseDiagram {

    private static final String BEGIN_OR_END = "[*]";

    private CaseDiagram() {}

    static String of(List<Move> moves) {
        SortedSet<CaseStatus> statuses = moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.of(
                        Stream.of("stateDiagram-v2"),
                        statuses.stream().map(CaseDiagram::state),
                        moves.stream().map(CaseDiagram::arrow),
                        statuses.stream()
                                .filter(status -> moves.stream().noneMatch(move -> move.from() == status))
                                .map(status -> "    " + status + " --> " + BEGIN_OR_END))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String state(CaseStatus status) {
        return "    state \"%s<br/>%s\" as %s"
                .formatted(status, Texts.label(status, Locale.SIMPLIFIED_CHINESE), status);
    }

    private static String arrow(Move move) {
        return "    %s --> %s: %s (%s)".formatted(name(move.from()), move.to(), move.kind(), who(move));
    }

    private static String name(@Nullable CaseStatus from) {
        return from == null ? BEGIN_OR_END : from.name();
    }

    private static String who(Move move) {
        return move.roles().isEmpty()
                ? "SYSTEM"
                : move.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    /// The whole table, without what leaves the case where it is and touches no clock: claims, warnings, documents.
    static String current() {
        return of(CaseLifecycle.moves().stream()
                .filter(move -> move.from() != move.to() || move.clock() != ClockEffect.NONE)
                .toList());
    }
}
