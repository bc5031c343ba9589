package cn.onenetwork.cases;

import static cn.onenetwork.cases.CaseEventKind.*;
import static cn.onenetwork.cases.CaseStatus.*;
import static cn.onenetwork.cases.ClockEffect.*;

import cn.onenetwork.identity.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The state machine of a case, as a table: where it stands, what happens, where it stands then, who may do it.
///
/// What is not in the table cannot happen. Code, tests and the diagram of the README are made from it.
public final class CaseLifecycle {

    private static final Set<Role> APPLICANT = Set.of(Role.CITIZEN);
    private static final Set<Role> WINDOW = Set.of(Role.OFFICER, Role.SUPERVISOR);
    private static final Set<Role> REVIEW = Set.of(Role.REVIEWER, Role.SUPERVISOR);
    private static final Set<Role> SYSTEM = Set.of();

    private static final List<Move> MOVES = List.of(
            new Move(null, DRAFT_SAVED, DRAFT, APPLICANT, NONE),
            new Move(DRAFT, DRAFT_SAVED, DRAFT, APPLICANT, NONE),
            new Move(DRAFT, CaseEventKind.SUBMITTED, CaseStatus.SUBMITTED, APPLICANT, RECEIPT_STARTS),
            new Move(CaseStatus.SUBMITTED, CaseEventKind.RECEIVED, CaseStatus.RECEIVED, WINDOW, NONE),
            new Move(CaseStatus.SUBMITTED, REFUSED, NOT_ACCEPTED, WINDOW, STOPS),
            new Move(CaseStatus.SUBMITTED, CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, STOPS),
            new Move(CaseStatus.RECEIVED, CaseEventKind.ACCEPTED, CaseStatus.ACCEPTED, WINDOW, DECISION_STARTS),
            new Move(CaseStatus.RECEIVED, REFUSED, NOT_ACCEPTED, WINDOW, STOPS),
            new Move(CaseStatus.RECEIVED, CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, STOPS),
            new Move(CaseStatus.ACCEPTED, REVIEW_STARTED, UNDER_REVIEW, SYSTEM, NONE),
            new Move(UNDER_REVIEW, CaseEventKind.APPROVED, CaseStatus.APPROVED, REVIEW, DELIVERY_STARTS),
            new Move(UNDER_REVIEW, CaseEventKind.REJECTED, CaseStatus.REJECTED, REVIEW, DELIVERY_STARTS),
            new Move(UNDER_REVIEW, CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, STOPS),
            new Move(CaseStatus.APPROVED, CERTIFICATE_MAKING_STARTED, CERTIFICATE_MAKING, SYSTEM, NONE),
            new Move(CaseStatus.APPROVED, DELIVERY_STARTED, DELIVERING, SYSTEM, NONE),
            new Move(CaseStatus.APPROVED, CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, STOPS),
            new Move(CaseStatus.REJECTED, DELIVERY_STARTED, DELIVERING, SYSTEM, NONE),
            new Move(CaseStatus.REJECTED, CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, STOPS),
            new Move(CERTIFICATE_MAKING, DELIVERY_STARTED, DELIVERING, SYSTEM, NONE),
            new Move(CERTIFICATE_MAKING, CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, STOPS),
            new Move(DELIVERING, DELIVERED, DELIVERING, WINDOW, STOPS),
            new Move(DELIVERING, CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, STOPS));

    private CaseLifecycle() {}

    /// The whole table.
    public static List<Move> moves() {
        return MOVES;
    }

    /// What `kind` does to a case that stands at `from`; empty where it cannot happen there.
    public static Optional<Move> move(@Nullable CaseStatus from, CaseEventKind kind) {
        return MOVES.stream()
                .filter(move -> move.from() == from && move.kind() == kind)
                .findFirst();
    }

    /// The roles that may do this in some status or other.
    public static Set<Role> roles(CaseAction action) {
        return MOVES.stream()
                .filter(move -> move.kind() == action.event())
                .flatMap(move -> move.roles().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /// The actions that are possible at `from`, for whoever has the role.
    public static List<CaseAction> actions(CaseStatus from) {
        return Arrays.stream(CaseAction.values())
                .filter(action -> move(from, action.event()).isPresent())
                .toList();
    }

    /// One row: from where, what, to where, who, and what it does to the clock.
    ///
    /// @param from  null for a case that is only being created
    /// @param roles empty where only the system does it
    public record Move(
            @Nullable CaseStatus from, CaseEventKind kind, CaseStatus to, Set<Role> roles, ClockEffect clock) {

        /// Whether it is the applicant's move rather than the administration's.
        public boolean byApplicant() {
            return roles.equals(APPLICANT);
        }
    }
}
