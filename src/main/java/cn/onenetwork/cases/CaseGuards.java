package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why somebody cannot do something with a case now. The list of allowed actions and the verdict of a mutation
/// are both made of this.
final class CaseGuards {

    private static final Set<CaseAction> DECISIONS = Set.of(CaseAction.APPROVE, CaseAction.REJECT);
    private static final Set<CaseAction> NOTICES = Set.of(CaseAction.RETURN, CaseAction.REQUIRE_SUPPLEMENT);
    private static final Set<CaseAction> FILING = Set.of(CaseAction.DOCUMENT_UPLOAD, CaseAction.DOCUMENT_REUSE);
    private static final Set<CaseAction> JUDGING = Set.of(CaseAction.DOCUMENT_PASS, CaseAction.DOCUMENT_RETURN);
    private static final Set<CaseAction> CLAIMS = Set.of(CaseAction.CLAIM, CaseAction.RELEASE);

    /// Asked in this order; the first that objects is told.
    private static final List<Guard> OFFICERS = List.of(
            CaseGuards::ownCase,
            CaseGuards::ownInterest,
            CaseGuards::claimedByAnother,
            CaseGuards::notClaimed,
            CaseGuards::silentTooLong,
            CaseGuards::toldBefore,
            CaseGuards::extendedBefore,
            CaseGuards::deferredMaterialOpen,
            CaseGuards::nothingToJudge,
            CaseGuards::twoPairsOfEyes);

    private CaseGuards() {}

    /// Empty where nothing stands in the way.
    static Optional<Problem> obstacle(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        Optional<CaseLifecycle.Move> move = CaseLifecycle.move(one.status, action.event());
        if (move.isEmpty()) {
            return Optional.of(Problem.of(UserErrorCode.ILLEGAL_TRANSITION, one.status()));
        }
        if (Collections.disjoint(move.get().roles(), caller.roles())) {
            return forbidden("role");
        }
        if (move.get().byApplicant()) {
            return notGranted(one, action, caller).or(() -> nothingToHandIn(one, action));
        }
        return CaseAccess.worksOn(caller, one)
                ? OFFICERS.stream()
                        .flatMap(guard -> guard.objection(one, action, caller, now).stream())
                        .findFirst()
                : Optional.of(Problem.of(UserErrorCode.NOT_FOUND));
    }

    /// Who acts for the applicant may do what was granted, and staff nothing of it.
    private static Optional<Problem> notGranted(CaseRecord one, CaseAction action, Caller caller) {
        DelegatedAction wished = CaseAccess.delegated(action);
        Optional<Capacity> capacity = Capacity.in(one, caller, wished);
        if (capacity.isEmpty()) {
            return forbidden("applicant");
        }
        return capacity.get().allows(wished)
                ? Optional.empty()
                : Optional.of(Problem.variant(UserErrorCode.NOT_DELEGATED, "action"));
    }

    /// While the administration has the word, only what was deferred may still come.
    private static Optional<Problem> nothingToHandIn(CaseRecord one, CaseAction action) {
        return FILING.contains(action)
                        && one.status() != CaseStatus.DRAFT
                        && one.answerBy == null
                        && one.materials().slots().values().stream().noneMatch(Deferral::open)
                ? Optional.of(Problem.of(UserErrorCode.ILLEGAL_TRANSITION, one.status()))
                : Optional.empty();
    }

    /// Nothing is granted while a material is still owed.
    private static Optional<Problem> deferredMaterialOpen(
            CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return action == CaseAction.APPROVE
                        && one.materials().slots().values().stream().anyMatch(Deferral::open)
                ? Optional.of(Problem.variant(UserErrorCode.MATERIAL_MISSING, "deferred"))
                : Optional.empty();
    }

    private static Optional<Problem> nothingToJudge(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return JUDGING.contains(action)
                        && one.materials().slots().values().stream()
                                .flatMap(slot -> slot.documents().stream())
                                .noneMatch(FiledDocument::counts)
                ? Optional.of(Problem.variant(UserErrorCode.MATERIAL_INVALID, "notReady"))
                : Optional.empty();
    }

    /// Nobody handles the own application.
    private static Optional<Problem> ownCase(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return caller.id().equals(one.applicantId)
                        || one.owner.equals(Owner.person(caller.id()).key())
                ? forbidden("ownCase")
                : Optional.empty();
    }

    /// Why an officer decides nothing here, whatever it is: it is the officer's own matter.
    static Optional<Problem> ownMatter(CaseRecord one, Caller officer) {
        return ownCase(one, CaseAction.CLAIM, officer, Instant.EPOCH)
                .or(() -> ownInterest(one, CaseAction.CLAIM, officer, Instant.EPOCH));
    }

    /// Nor that of the own corporation, or of somebody one acts for or has ever acted for.
    private static Optional<Problem> ownInterest(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        Corporation corporation = caller.corporation();
        boolean own = corporation != null
                && one.owner.equals(Owner.corporation(corporation).key());
        return own
                        || caller.mandates().stream()
                                .anyMatch(tie -> tie.principal().key().equals(one.owner))
                ? forbidden("ownInterest")
                : Optional.empty();
    }

    /// Nobody handles what a colleague is working on; a supervisor may take it from the colleague first.
    private static Optional<Problem> claimedByAnother(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return one.claimed(now)
                        && !caller.id().equals(one.claimedBy)
                        && !(action == CaseAction.RELEASE && caller.has(Role.SUPERVISOR))
                ? forbidden("claimed")
                : Optional.empty();
    }

    private static Optional<Problem> notClaimed(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return action == CaseAction.RELEASE && !one.claimed(now)
                ? Optional.of(Problem.of(UserErrorCode.ILLEGAL_TRANSITION, one.status()))
                : Optional.empty();
    }

    /// After the last day of receipt the law has accepted the application (Administrative Licensing Law art.
    /// 32(4)), also in the minutes until the sweep writes it down: the window has nothing to say any more.
    private static Optional<Problem> silentTooLong(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return CaseLifecycle.move(one.status, CaseEventKind.DEEMED_ACCEPTED).isPresent()
                        && !CLAIMS.contains(action)
                        && one.dueOn != null
                        && ShanghaiTime.dayOf(now).isAfter(one.dueOn)
                ? Optional.of(Problem.variant(UserErrorCode.ILLEGAL_TRANSITION, "deemedAccepted"))
                : Optional.empty();
    }

    /// What is missing is told once and completely; a second time is a breach that a supervisor answers for.
    private static Optional<Problem> toldBefore(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return NOTICES.contains(action) && one.notices > 0 && !caller.has(Role.SUPERVISOR)
                ? forbidden("secondNotice")
                : Optional.empty();
    }

    /// A limit is extended once.
    private static Optional<Problem> extendedBefore(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return action == CaseAction.EXTEND && one.times().extensionWorkdays() > 0
                ? forbidden("extendedBefore")
                : Optional.empty();
    }

    /// Who accepts a promised licence does not decide on it (两人四眼).
    private static Optional<Problem> twoPairsOfEyes(CaseRecord one, CaseAction action, Caller caller, Instant now) {
        return one.twoPairsOfEyes && DECISIONS.contains(action) && caller.id().equals(one.acceptedBy)
                ? forbidden("twoPairsOfEyes")
                : Optional.empty();
    }

    private static Optional<Problem> forbidden(String why) {
        return Optional.of(Problem.variant(UserErrorCode.FORBIDDEN, why));
    }

    /// One reason why an officer may not.
    @FunctionalInterface
    private interface Guard {
        Optional<Problem> objection(CaseRecord one, CaseAction action, Caller caller, Instant now);
    }
}
