package cn.onenetwork.cases;

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
    private static final Set<Role> HEAD = Set.of(Role.SUPERVISOR);
    private static final Set<Role> SYSTEM = Set.of();

    private static final List<Move> MOVES = List.of(
            new Move(null, CaseEventKind.DRAFT_SAVED, CaseStatus.DRAFT, APPLICANT, ClockEffect.NONE),
            new Move(CaseStatus.DRAFT, CaseEventKind.DRAFT_SAVED, CaseStatus.DRAFT, APPLICANT, ClockEffect.NONE),
            new Move(
                    CaseStatus.DRAFT,
                    CaseEventKind.SUBMITTED,
                    CaseStatus.SUBMITTED,
                    APPLICANT,
                    ClockEffect.RECEIPT_STARTS),
            new Move(
                    CaseStatus.SUBMITTED,
                    CaseEventKind.RETURNED,
                    CaseStatus.PRE_REVIEW_RETURNED,
                    WINDOW,
                    ClockEffect.STOPS),
            new Move(
                    CaseStatus.PRE_REVIEW_RETURNED,
                    CaseEventKind.DRAFT_SAVED,
                    CaseStatus.PRE_REVIEW_RETURNED,
                    APPLICANT,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.PRE_REVIEW_RETURNED,
                    CaseEventKind.SUBMITTED,
                    CaseStatus.SUBMITTED,
                    APPLICANT,
                    ClockEffect.RECEIPT_STARTS),
            new Move(
                    CaseStatus.PRE_REVIEW_RETURNED,
                    CaseEventKind.WITHDRAWN,
                    CaseStatus.WITHDRAWN,
                    APPLICANT,
                    ClockEffect.STOPS),
            new Move(
                    CaseStatus.PRE_REVIEW_RETURNED, CaseEventKind.LAPSED, CaseStatus.LAPSED, SYSTEM, ClockEffect.STOPS),
            new Move(CaseStatus.SUBMITTED, CaseEventKind.RECEIVED, CaseStatus.RECEIVED, WINDOW, ClockEffect.NONE),
            new Move(
                    CaseStatus.SUBMITTED,
                    CaseEventKind.DEEMED_ACCEPTED,
                    CaseStatus.ACCEPTED,
                    SYSTEM,
                    ClockEffect.DECISION_STARTS),
            new Move(CaseStatus.SUBMITTED, CaseEventKind.REFUSED, CaseStatus.NOT_ACCEPTED, WINDOW, ClockEffect.STOPS),
            new Move(CaseStatus.SUBMITTED, CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS),
            new Move(
                    CaseStatus.RECEIVED,
                    CaseEventKind.ACCEPTED,
                    CaseStatus.ACCEPTED,
                    WINDOW,
                    ClockEffect.DECISION_STARTS),
            new Move(
                    CaseStatus.RECEIVED,
                    CaseEventKind.SUPPLEMENT_REQUIRED,
                    CaseStatus.SUPPLEMENT_REQUIRED,
                    WINDOW,
                    ClockEffect.RECEIPT_PAUSES),
            new Move(
                    CaseStatus.RECEIVED,
                    CaseEventKind.DEEMED_ACCEPTED,
                    CaseStatus.ACCEPTED,
                    SYSTEM,
                    ClockEffect.DECISION_STARTS),
            new Move(CaseStatus.RECEIVED, CaseEventKind.REFUSED, CaseStatus.NOT_ACCEPTED, WINDOW, ClockEffect.STOPS),
            new Move(CaseStatus.RECEIVED, CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS),
            new Move(
                    CaseStatus.SUPPLEMENT_REQUIRED,
                    CaseEventKind.SUPPLEMENTED,
                    CaseStatus.RECEIVED,
                    APPLICANT,
                    ClockEffect.RECEIPT_RESUMES),
            new Move(
                    CaseStatus.SUPPLEMENT_REQUIRED,
                    CaseEventKind.WITHDRAWN,
                    CaseStatus.WITHDRAWN,
                    APPLICANT,
                    ClockEffect.STOPS),
            new Move(
                    CaseStatus.SUPPLEMENT_REQUIRED, CaseEventKind.LAPSED, CaseStatus.LAPSED, SYSTEM, ClockEffect.STOPS),
            new Move(
                    CaseStatus.ACCEPTED,
                    CaseEventKind.REVIEW_STARTED,
                    CaseStatus.UNDER_REVIEW,
                    SYSTEM,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.ACCEPTED,
                    CaseEventKind.APPROVED,
                    CaseStatus.APPROVED,
                    SYSTEM,
                    ClockEffect.DELIVERY_STARTS),
            new Move(
                    CaseStatus.UNDER_REVIEW,
                    CaseEventKind.APPROVED,
                    CaseStatus.APPROVED,
                    REVIEW,
                    ClockEffect.DELIVERY_STARTS),
            new Move(
                    CaseStatus.UNDER_REVIEW,
                    CaseEventKind.REJECTED,
                    CaseStatus.REJECTED,
                    REVIEW,
                    ClockEffect.DELIVERY_STARTS),
            new Move(
                    CaseStatus.UNDER_REVIEW,
                    CaseEventKind.SUPPLEMENT_REQUIRED,
                    CaseStatus.POST_ACCEPT_SUPPLEMENT,
                    REVIEW,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.UNDER_REVIEW,
                    CaseEventKind.SUSPENDED,
                    CaseStatus.SPECIAL_PROCEDURE,
                    REVIEW,
                    ClockEffect.DECISION_PAUSES),
            new Move(
                    CaseStatus.UNDER_REVIEW,
                    CaseEventKind.EXTENDED,
                    CaseStatus.UNDER_REVIEW,
                    HEAD,
                    ClockEffect.DECISION_EXTENDS),
            new Move(CaseStatus.UNDER_REVIEW, CaseEventKind.TERMINATED, CaseStatus.TERMINATED, HEAD, ClockEffect.STOPS),
            new Move(
                    CaseStatus.UNDER_REVIEW,
                    CaseEventKind.WITHDRAWN,
                    CaseStatus.WITHDRAWN,
                    APPLICANT,
                    ClockEffect.STOPS),
            new Move(
                    CaseStatus.POST_ACCEPT_SUPPLEMENT,
                    CaseEventKind.SUPPLEMENTED,
                    CaseStatus.UNDER_REVIEW,
                    APPLICANT,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.POST_ACCEPT_SUPPLEMENT,
                    CaseEventKind.WITHDRAWN,
                    CaseStatus.WITHDRAWN,
                    APPLICANT,
                    ClockEffect.STOPS),
            new Move(
                    CaseStatus.POST_ACCEPT_SUPPLEMENT,
                    CaseEventKind.LAPSED,
                    CaseStatus.LAPSED,
                    SYSTEM,
                    ClockEffect.STOPS),
            new Move(
                    CaseStatus.SPECIAL_PROCEDURE,
                    CaseEventKind.RESUMED,
                    CaseStatus.UNDER_REVIEW,
                    REVIEW,
                    ClockEffect.DECISION_RESUMES),
            new Move(
                    CaseStatus.SPECIAL_PROCEDURE,
                    CaseEventKind.TERMINATED,
                    CaseStatus.TERMINATED,
                    HEAD,
                    ClockEffect.STOPS),
            new Move(
                    CaseStatus.SPECIAL_PROCEDURE,
                    CaseEventKind.WITHDRAWN,
                    CaseStatus.WITHDRAWN,
                    APPLICANT,
                    ClockEffect.STOPS),
            new Move(
                    CaseStatus.APPROVED,
                    CaseEventKind.CERTIFICATE_MAKING_STARTED,
                    CaseStatus.CERTIFICATE_MAKING,
                    SYSTEM,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.APPROVED,
                    CaseEventKind.DELIVERY_STARTED,
                    CaseStatus.DELIVERING,
                    SYSTEM,
                    ClockEffect.NONE),
            new Move(CaseStatus.APPROVED, CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, ClockEffect.STOPS),
            new Move(
                    CaseStatus.REJECTED,
                    CaseEventKind.DELIVERY_STARTED,
                    CaseStatus.DELIVERING,
                    SYSTEM,
                    ClockEffect.NONE),
            new Move(CaseStatus.REJECTED, CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, ClockEffect.STOPS),
            new Move(
                    CaseStatus.CERTIFICATE_MAKING,
                    CaseEventKind.DELIVERY_STARTED,
                    CaseStatus.DELIVERING,
                    SYSTEM,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.CERTIFICATE_MAKING,
                    CaseEventKind.COMPLETED,
                    CaseStatus.COMPLETED,
                    SYSTEM,
                    ClockEffect.STOPS),
            new Move(CaseStatus.DELIVERING, CaseEventKind.DELIVERED, CaseStatus.DELIVERING, WINDOW, ClockEffect.STOPS),
            new Move(CaseStatus.DELIVERING, CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, ClockEffect.STOPS),
            new Move(CaseStatus.NOT_ACCEPTED, CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE),
            new Move(CaseStatus.WITHDRAWN, CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE),
            new Move(CaseStatus.LAPSED, CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE),
            new Move(CaseStatus.TERMINATED, CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE),
            new Move(CaseStatus.COMPLETED, CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE),
            new Move(
                    CaseStatus.SUBMITTED, CaseEventKind.WARNING_RAISED, CaseStatus.SUBMITTED, SYSTEM, ClockEffect.NONE),
            new Move(CaseStatus.RECEIVED, CaseEventKind.WARNING_RAISED, CaseStatus.RECEIVED, SYSTEM, ClockEffect.NONE),
            new Move(
                    CaseStatus.UNDER_REVIEW,
                    CaseEventKind.WARNING_RAISED,
                    CaseStatus.UNDER_REVIEW,
                    SYSTEM,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.POST_ACCEPT_SUPPLEMENT,
                    CaseEventKind.WARNING_RAISED,
                    CaseStatus.POST_ACCEPT_SUPPLEMENT,
                    SYSTEM,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.DELIVERING,
                    CaseEventKind.WARNING_RAISED,
                    CaseStatus.DELIVERING,
                    SYSTEM,
                    ClockEffect.NONE),
            new Move(CaseStatus.SUBMITTED, CaseEventKind.CLAIMED, CaseStatus.SUBMITTED, WINDOW, ClockEffect.NONE),
            new Move(CaseStatus.SUBMITTED, CaseEventKind.RELEASED, CaseStatus.SUBMITTED, WINDOW, ClockEffect.NONE),
            new Move(CaseStatus.RECEIVED, CaseEventKind.CLAIMED, CaseStatus.RECEIVED, WINDOW, ClockEffect.NONE),
            new Move(CaseStatus.RECEIVED, CaseEventKind.RELEASED, CaseStatus.RECEIVED, WINDOW, ClockEffect.NONE),
            new Move(CaseStatus.UNDER_REVIEW, CaseEventKind.CLAIMED, CaseStatus.UNDER_REVIEW, REVIEW, ClockEffect.NONE),
            new Move(
                    CaseStatus.UNDER_REVIEW, CaseEventKind.RELEASED, CaseStatus.UNDER_REVIEW, REVIEW, ClockEffect.NONE),
            new Move(
                    CaseStatus.SPECIAL_PROCEDURE,
                    CaseEventKind.CLAIMED,
                    CaseStatus.SPECIAL_PROCEDURE,
                    REVIEW,
                    ClockEffect.NONE),
            new Move(
                    CaseStatus.SPECIAL_PROCEDURE,
                    CaseEventKind.RELEASED,
                    CaseStatus.SPECIAL_PROCEDURE,
                    REVIEW,
                    ClockEffect.NONE),
            new Move(CaseStatus.DELIVERING, CaseEventKind.CLAIMED, CaseStatus.DELIVERING, WINDOW, ClockEffect.NONE),
            new Move(CaseStatus.DELIVERING, CaseEventKind.RELEASED, CaseStatus.DELIVERING, WINDOW, ClockEffect.NONE));

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
