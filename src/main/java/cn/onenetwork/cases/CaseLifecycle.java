package cn.onenetwork.cases;

import cn.onenetwork.identity.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final List<Move> MOVES = Stream.of(
                    at(null).on(CaseEventKind.DRAFT_SAVED, CaseStatus.DRAFT, APPLICANT, ClockEffect.NONE),
                    at(CaseStatus.DRAFT)
                            .filling()
                            .on(CaseEventKind.DOCUMENT_REMOVED, CaseStatus.DRAFT, APPLICANT, ClockEffect.NONE)
                            .on(CaseEventKind.DRAFT_SAVED, CaseStatus.DRAFT, APPLICANT, ClockEffect.NONE)
                            .on(CaseEventKind.SUBMITTED, CaseStatus.SUBMITTED, APPLICANT, ClockEffect.RECEIPT_STARTS),
                    at(CaseStatus.SUBMITTED)
                            .filling()
                            .correctable()
                            .judging(WINDOW)
                            .on(CaseEventKind.RETURNED, CaseStatus.PRE_REVIEW_RETURNED, WINDOW, ClockEffect.STOPS)
                            .on(CaseEventKind.RECEIVED, CaseStatus.RECEIVED, WINDOW, ClockEffect.NONE)
                            .on(CaseEventKind.REFUSED, CaseStatus.NOT_ACCEPTED, WINDOW, ClockEffect.STOPS)
                            .on(CaseEventKind.DEEMED_ACCEPTED, CaseStatus.ACCEPTED, SYSTEM, ClockEffect.DECISION_STARTS)
                            .on(CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS)
                            .claimable(WINDOW)
                            .warning(),
                    at(CaseStatus.PRE_REVIEW_RETURNED)
                            .filling()
                            .correctable()
                            .on(CaseEventKind.DRAFT_SAVED, CaseStatus.PRE_REVIEW_RETURNED, APPLICANT, ClockEffect.NONE)
                            .on(CaseEventKind.SUBMITTED, CaseStatus.SUBMITTED, APPLICANT, ClockEffect.RECEIPT_STARTS)
                            .on(CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS)
                            .on(CaseEventKind.LAPSED, CaseStatus.LAPSED, SYSTEM, ClockEffect.STOPS),
                    at(CaseStatus.RECEIVED)
                            .filling()
                            .correctable()
                            .judging(WINDOW)
                            .on(CaseEventKind.ACCEPTED, CaseStatus.ACCEPTED, WINDOW, ClockEffect.DECISION_STARTS)
                            .on(CaseEventKind.DEEMED_ACCEPTED, CaseStatus.ACCEPTED, SYSTEM, ClockEffect.DECISION_STARTS)
                            .on(
                                    CaseEventKind.SUPPLEMENT_REQUIRED,
                                    CaseStatus.SUPPLEMENT_REQUIRED,
                                    WINDOW,
                                    ClockEffect.RECEIPT_PAUSES)
                            .on(CaseEventKind.REFUSED, CaseStatus.NOT_ACCEPTED, WINDOW, ClockEffect.STOPS)
                            .on(CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS)
                            .claimable(WINDOW)
                            .warning(),
                    at(CaseStatus.SUPPLEMENT_REQUIRED)
                            .filling()
                            .correctable()
                            .on(CaseEventKind.SUPPLEMENTED, CaseStatus.RECEIVED, APPLICANT, ClockEffect.RECEIPT_RESUMES)
                            .on(CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS)
                            .on(CaseEventKind.LAPSED, CaseStatus.LAPSED, SYSTEM, ClockEffect.STOPS),
                    at(CaseStatus.ACCEPTED)
                            .on(CaseEventKind.REVIEW_STARTED, CaseStatus.UNDER_REVIEW, SYSTEM, ClockEffect.NONE)
                            .on(CaseEventKind.APPROVED, CaseStatus.APPROVED, SYSTEM, ClockEffect.DELIVERY_STARTS)
                            .on(CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS),
                    at(CaseStatus.UNDER_REVIEW)
                            .filling()
                            .correctable()
                            .judging(REVIEW)
                            .on(CaseEventKind.APPROVED, CaseStatus.APPROVED, REVIEW, ClockEffect.DELIVERY_STARTS)
                            .on(CaseEventKind.REJECTED, CaseStatus.REJECTED, REVIEW, ClockEffect.DELIVERY_STARTS)
                            .on(
                                    CaseEventKind.SUPPLEMENT_REQUIRED,
                                    CaseStatus.POST_ACCEPT_SUPPLEMENT,
                                    REVIEW,
                                    ClockEffect.NONE)
                            .on(
                                    CaseEventKind.SUSPENDED,
                                    CaseStatus.SPECIAL_PROCEDURE,
                                    REVIEW,
                                    ClockEffect.DECISION_PAUSES)
                            .on(CaseEventKind.EXTENDED, CaseStatus.UNDER_REVIEW, HEAD, ClockEffect.DECISION_EXTENDS)
                            .on(CaseEventKind.TERMINATED, CaseStatus.TERMINATED, HEAD, ClockEffect.STOPS)
                            .on(CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS)
                            .claimable(REVIEW)
                            .warning(),
                    at(CaseStatus.SPECIAL_PROCEDURE)
                            .filling()
                            .correctable()
                            .judging(REVIEW)
                            .on(CaseEventKind.RESUMED, CaseStatus.UNDER_REVIEW, REVIEW, ClockEffect.DECISION_RESUMES)
                            .on(CaseEventKind.TERMINATED, CaseStatus.TERMINATED, HEAD, ClockEffect.STOPS)
                            .on(CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS)
                            .claimable(REVIEW),
                    at(CaseStatus.POST_ACCEPT_SUPPLEMENT)
                            .filling()
                            .correctable()
                            .on(CaseEventKind.SUPPLEMENTED, CaseStatus.UNDER_REVIEW, APPLICANT, ClockEffect.NONE)
                            .on(CaseEventKind.WITHDRAWN, CaseStatus.WITHDRAWN, APPLICANT, ClockEffect.STOPS)
                            .on(CaseEventKind.LAPSED, CaseStatus.LAPSED, SYSTEM, ClockEffect.STOPS)
                            .warning(),
                    at(CaseStatus.APPROVED)
                            .on(
                                    CaseEventKind.CERTIFICATE_MAKING_STARTED,
                                    CaseStatus.CERTIFICATE_MAKING,
                                    SYSTEM,
                                    ClockEffect.NONE)
                            .on(CaseEventKind.DELIVERY_STARTED, CaseStatus.DELIVERING, SYSTEM, ClockEffect.NONE)
                            .on(CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, ClockEffect.STOPS),
                    at(CaseStatus.REJECTED)
                            .on(CaseEventKind.DELIVERY_STARTED, CaseStatus.DELIVERING, SYSTEM, ClockEffect.NONE)
                            .on(CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, ClockEffect.STOPS),
                    at(CaseStatus.CERTIFICATE_MAKING)
                            .on(CaseEventKind.DELIVERY_STARTED, CaseStatus.DELIVERING, SYSTEM, ClockEffect.NONE)
                            .on(CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, ClockEffect.STOPS),
                    at(CaseStatus.DELIVERING)
                            .on(CaseEventKind.DELIVERED, CaseStatus.DELIVERING, WINDOW, ClockEffect.STOPS)
                            .on(CaseEventKind.COMPLETED, CaseStatus.COMPLETED, SYSTEM, ClockEffect.STOPS)
                            .claimable(WINDOW)
                            .warning(),
                    at(CaseStatus.COMPLETED).on(CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE),
                    at(CaseStatus.WITHDRAWN).on(CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE),
                    at(CaseStatus.LAPSED).on(CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE),
                    at(CaseStatus.TERMINATED).on(CaseEventKind.ARCHIVED, CaseStatus.ARCHIVED, SYSTEM, ClockEffect.NONE))
            .flatMap(station -> station.moves().stream())
            .toList();

    private static final Map<Place, Move> BY_PLACE =
            MOVES.stream().collect(Collectors.toMap(move -> new Place(move.from(), move.kind()), Function.identity()));

    private CaseLifecycle() {}

    /// The whole table.
    public static List<Move> moves() {
        return MOVES;
    }

    /// What `kind` does to a case that stands at `from`; empty where it cannot happen there.
    public static Optional<Move> move(@Nullable CaseStatus from, CaseEventKind kind) {
        return Optional.ofNullable(BY_PLACE.get(new Place(from, kind)));
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

    private static Station at(@Nullable CaseStatus status) {
        return new Station(status, List.of());
    }

    /// Where a move is looked up.
    private record Place(@Nullable CaseStatus from, CaseEventKind kind) {}

    /// A status, and what can happen there.
    private record Station(@Nullable CaseStatus status, List<Move> moves) {

        Station on(CaseEventKind kind, CaseStatus to, Set<Role> roles, ClockEffect clock) {
            Move move = new Move(status, kind, to, roles, clock);
            return new Station(
                    status, Stream.concat(moves.stream(), Stream.of(move)).toList());
        }

        /// Somebody may take the case on, and it stays where it is.
        Station claimable(Set<Role> roles) {
            CaseStatus here = Objects.requireNonNull(status);
            return on(CaseEventKind.CLAIMED, here, roles, ClockEffect.NONE)
                    .on(CaseEventKind.RELEASED, here, roles, ClockEffect.NONE);
        }

        /// Documents may come; [CaseGuards] asks into which slot.
        Station filling() {
            CaseStatus here = Objects.requireNonNull(status);
            return on(CaseEventKind.DOCUMENT_UPLOADED, here, APPLICANT, ClockEffect.NONE)
                    .on(CaseEventKind.DOCUMENT_REUSED, here, APPLICANT, ClockEffect.NONE)
                    .on(CaseEventKind.DOCUMENT_CHANGED, here, SYSTEM, ClockEffect.NONE);
        }

        /// The system puts answers right, where an officer found the applicant's request right.
        Station correctable() {
            return on(CaseEventKind.CORRECTED, Objects.requireNonNull(status), SYSTEM, ClockEffect.NONE);
        }

        /// Officers say of each document what they think of it.
        Station judging(Set<Role> roles) {
            CaseStatus here = Objects.requireNonNull(status);
            return on(CaseEventKind.DOCUMENT_PASSED, here, roles, ClockEffect.NONE)
                    .on(CaseEventKind.DOCUMENT_RETURNED, here, roles, ClockEffect.NONE);
        }

        /// A clock runs while the case waits here: it warns, and it is set anew with a new calendar.
        Station warning() {
            CaseStatus here = Objects.requireNonNull(status);
            return on(CaseEventKind.WARNING_RAISED, here, SYSTEM, ClockEffect.NONE)
                    .on(CaseEventKind.RECKONED_ANEW, here, SYSTEM, ClockEffect.NONE);
        }
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
