package cn.onenetwork.cases;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.Reckoning;
import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.catalogue.CaseKind;
import cn.onenetwork.catalogue.ItemType;
import cn.onenetwork.catalogue.ResultType;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case (办件): one application of one applicant for one service item, from the first draft to the archive.
///
/// The applicant fills in a form against the version of the item that is in force when the case is filed; from
/// then on that version is the case's law, whatever becomes of the item. Filing starts the administration's
/// first clock: it has five working days to receive and accept, or to say once and completely what is missing;
/// if it says nothing, the law deems the case accepted. Acceptance starts the second clock: the promise of the
/// item, and behind it the statute; special procedures stop it, an extension lengthens it once. A decision ends
/// it and starts that of delivery; what follows - making the licence, handing it over, completing the case,
/// filing it away - the system does by itself.
///
/// Every verb asks [CaseLifecycle] and the guards first and returns the one [CaseEvent] that tells what
/// happened. Who may see the case at all is not decided here but in [CaseAccess].
@Entity
@Table(name = "service_case")
public class ServiceCase extends CaseRecord {

    private static final Set<CaseAction> DECISIONS = Set.of(CaseAction.APPROVE, CaseAction.REJECT);
    private static final Set<CaseAction> NOTICES = Set.of(CaseAction.RETURN, CaseAction.REQUIRE_SUPPLEMENT);
    private static final Set<String> BY_HAND = Set.of("WINDOW", "EXPRESS");
    private static final int EXTENSION = 10;
    private static final int JOINT_EXTENSION = 15;

    /// What the rules of an instant item said, while the case is being filed.
    @Transient
    private @Nullable InstantVerdict verdict;

    protected ServiceCase() {}

    /// A case that is only being created: [#saveDraft] makes it a draft.
    ServiceCase(UUID id, Caller applicant, @Nullable Corporation principal, ServiceItem item, Instant now) {
        super(id, applicant, principal, item, now);
        filedUnder(item);
    }

    /// Why the caller cannot do this now; empty where it can. The list of allowed actions and the verdict of a
    /// mutation are both made of this.
    Optional<Problem> obstacle(CaseAction action, Caller caller, Instant now) {
        Optional<CaseLifecycle.Move> move = CaseLifecycle.move(status, action.event());
        if (move.isEmpty()) {
            return Optional.of(Problem.of(UserErrorCode.ILLEGAL_TRANSITION, status()));
        }
        if (Collections.disjoint(move.get().roles(), caller.roles())) {
            return Optional.of(Problem.variant(UserErrorCode.FORBIDDEN, "role"));
        }
        return move.get().byApplicant() ? strangersObstacle(caller) : officersObstacle(action, caller, now);
    }

    private Optional<Problem> strangersObstacle(Caller caller) {
        return Owner.keys(caller).contains(owner) ? Optional.empty() : forbidden("applicant");
    }

    /// Nobody handles the own application, nor what a colleague is working on; who accepts a promised licence
    /// does not decide on it (两人四眼); what is missing is told once, and a limit is extended once.
    private Optional<Problem> officersObstacle(CaseAction action, Caller caller, Instant now) {
        if (!CaseAccess.worksOn(caller, this)) {
            return Optional.of(Problem.of(UserErrorCode.NOT_FOUND));
        }
        if (caller.id().equals(applicantId)) {
            return forbidden("ownCase");
        }
        if (claimedByAnother(caller, now) && !(action == CaseAction.RELEASE && caller.has(Role.SUPERVISOR))) {
            return forbidden("claimed");
        }
        if (action == CaseAction.RELEASE && !claimed(now)) {
            return Optional.of(Problem.of(UserErrorCode.ILLEGAL_TRANSITION, status()));
        }
        if (NOTICES.contains(action) && notices > 0 && !caller.has(Role.SUPERVISOR)) {
            return forbidden("secondNotice");
        }
        if (action == CaseAction.EXTEND && times().extensionWorkdays() > 0) {
            return forbidden("extendedBefore");
        }
        return twoPairsOfEyes && DECISIONS.contains(action) && caller.id().equals(acceptedBy)
                ? forbidden("twoPairsOfEyes")
                : Optional.empty();
    }

    List<CaseAction> allowedActions(Caller caller, Instant now) {
        return CaseLifecycle.actions(status()).stream()
                .filter(action -> obstacle(action, caller, now).isEmpty())
                .toList();
    }

    CaseEvent saveDraft(Caller applicant, Form answers, Moment moment) {
        if (status != null) {
            clear(CaseAction.DRAFT_SAVE, applicant, moment);
        }
        form = answers.text();
        return moved(CaseAction.DRAFT_SAVE, applicant, moment, Word.NONE);
    }

    /// Files the case, under the version of the item that is in force. Filed again after a return, it keeps its
    /// number.
    CaseEvent submit(Caller applicant, CaseNumber number, Moment moment) {
        clear(CaseAction.SUBMIT, applicant, moment);
        filedUnder(moment.item());
        caseNo = caseNo == null ? number.value() : caseNo;
        submittedAt = moment.now();
        receivingDay = moment.clock().receivingDay(moment.now());
        answered();
        return moved(CaseAction.SUBMIT, applicant, moment, Word.NONE);
    }

    /// Lets the rules of an instant item speak: [#proceed] then receives, accepts and decides by itself, or
    /// leaves the decision to a human.
    void decideInstantly(InstantVerdict spoken) {
        verdict = spoken;
    }

    CaseEvent withdraw(Caller applicant, @Nullable String reason, Moment moment) {
        clear(CaseAction.WITHDRAW, applicant, moment);
        close(ClosureKind.VOIDED, moment);
        return moved(CaseAction.WITHDRAW, applicant, moment, Word.note(reason));
    }

    CaseEvent supplement(Caller applicant, Form answers, @Nullable String note, Moment moment) {
        clear(CaseAction.SUPPLEMENT, applicant, moment);
        form = answers.text();
        answered();
        if (status == CaseStatus.SUPPLEMENT_REQUIRED) {
            times = times().receiptResumed(moment.today()).text();
        }
        return moved(CaseAction.SUPPLEMENT, applicant, moment, Word.note(note));
    }

    /// 预审退回: sent back before receipt, with one complete list.
    CaseEvent sendBack(
            Caller officer, List<SupplementNotice.Item> items, @Nullable LocalDate day, Word word, Moment moment) {
        clear(CaseAction.RETURN, officer, moment);
        SupplementNotice notice = notice(items, day, moment.clock().rules().returned(), moment);
        return moved(CaseAction.RETURN, officer, moment, word.with(notice.json()));
    }

    CaseEvent requireSupplement(
            Caller officer, List<SupplementNotice.Item> items, @Nullable LocalDate day, Word word, Moment moment) {
        clear(CaseAction.REQUIRE_SUPPLEMENT, officer, moment);
        SupplementNotice notice = notice(items, day, moment.clock().rules().supplement(), moment);
        if (status == CaseStatus.RECEIVED) {
            times = times().receiptPaused(moment.today()).text();
        }
        return moved(CaseAction.REQUIRE_SUPPLEMENT, officer, moment, word.with(notice.json()));
    }

    CaseEvent receive(Caller officer, Word word, Moment moment) {
        clear(CaseAction.RECEIVE, officer, moment);
        receivedAt = moment.now();
        return moved(CaseAction.RECEIVE, officer, moment, word);
    }

    CaseEvent accept(Caller officer, Word word, Moment moment) {
        clear(CaseAction.ACCEPT, officer, moment);
        acceptedOn = moment.today();
        acceptedBy = officer.id();
        return moved(CaseAction.ACCEPT, officer, moment, word);
    }

    CaseEvent refuse(Caller officer, Word grounds, Moment moment) {
        clear(CaseAction.REFUSE, officer, moment);
        close(ClosureKind.RETURNED, moment);
        return moved(CaseAction.REFUSE, officer, moment, grounds);
    }

    CaseEvent suspend(Caller reviewer, Word procedure, Moment moment) {
        clear(CaseAction.SUSPEND, reviewer, moment);
        times = times().decisionPaused(moment.today()).text();
        return moved(CaseAction.SUSPEND, reviewer, moment, procedure);
    }

    CaseEvent resume(Caller reviewer, Word word, Moment moment) {
        clear(CaseAction.RESUME, reviewer, moment);
        times = times().decisionResumed(moment.today()).text();
        return moved(CaseAction.RESUME, reviewer, moment, word);
    }

    /// 延期: ten working days, fifteen where several bodies handle it together (Administrative Licensing Law
    /// art. 42).
    CaseEvent extend(Caller supervisor, Word reasons, Moment moment) {
        clear(CaseAction.EXTEND, supervisor, moment);
        boolean joint = !moment.item().jointDepartments().isEmpty();
        times = times().extended(joint ? JOINT_EXTENSION : EXTENSION).text();
        return moved(CaseAction.EXTEND, supervisor, moment, reasons);
    }

    CaseEvent approve(Caller reviewer, Word word, Moment moment) {
        clear(CaseAction.APPROVE, reviewer, moment);
        approved(moment);
        return moved(CaseAction.APPROVE, reviewer, moment, word);
    }

    CaseEvent reject(Caller reviewer, Word grounds, Moment moment) {
        clear(CaseAction.REJECT, reviewer, moment);
        decidedAt = moment.now();
        closure = ClosureKind.CLOSED_OTHER;
        return moved(CaseAction.REJECT, reviewer, moment, grounds);
    }

    CaseEvent terminate(Caller supervisor, Word reasons, Moment moment) {
        clear(CaseAction.TERMINATE, supervisor, moment);
        close(ClosureKind.CLOSED_OTHER, moment);
        return moved(CaseAction.TERMINATE, supervisor, moment, reasons);
    }

    CaseEvent deliver(Caller officer, Word word, Moment moment) {
        clear(CaseAction.DELIVER, officer, moment);
        deliveredAt = moment.now();
        return moved(CaseAction.DELIVER, officer, moment, word);
    }

    CaseEvent claim(Caller officer, Moment moment) {
        clear(CaseAction.CLAIM, officer, moment);
        claimedBy = officer.id();
        claimedUntil = moment.now().plus(CaseRules.CLAIM);
        return moved(CaseAction.CLAIM, officer, moment, Word.NONE);
    }

    CaseEvent release(Caller officer, Moment moment) {
        clear(CaseAction.RELEASE, officer, moment);
        unclaimed();
        return moved(CaseAction.RELEASE, officer, moment, Word.NONE);
    }

    /// The next thing that the system does at once by itself, if there is one.
    Optional<CaseEvent> proceed(Moment moment) {
        return switch (status()) {
            case SUBMITTED -> verdict == null ? Optional.empty() : Optional.of(receivedInstantly(moment));
            case RECEIVED -> verdict == null ? Optional.empty() : Optional.of(acceptedInstantly(moment));
            case ACCEPTED -> Optional.of(afterAcceptance(moment));
            case APPROVED ->
                Optional.of(
                        moment.item().resultType() == ResultType.LICENCE
                                ? bySystem(CaseEventKind.CERTIFICATE_MAKING_STARTED, moment)
                                : handOver(moment));
            case REJECTED, CERTIFICATE_MAKING -> Optional.of(handOver(moment));
            case DELIVERING -> deliveredAt == null ? Optional.empty() : Optional.of(complete(moment));
            default -> Optional.empty();
        };
    }

    /// The next thing that time itself does, if its day has come; see [#wakeOn].
    Optional<CaseEvent> tick(Moment moment) {
        LocalDate today = moment.today();
        if (wakeOn == null || today.isBefore(wakeOn)) {
            return Optional.empty();
        }
        return switch (CaseTimer.of(this, moment)) {
            case LAPSE -> Optional.of(lapse(moment));
            case DEEMED_ACCEPTANCE -> Optional.of(deemedAccepted(moment));
            case RED -> Optional.of(warn(WarningLevel.RED, moment));
            case YELLOW -> Optional.of(warn(WarningLevel.YELLOW, moment));
            case ARCHIVE -> Optional.of(bySystem(CaseEventKind.ARCHIVED, moment));
            case NONE -> {
                reckon(moment);
                yield Optional.empty();
            }
        };
    }

    private CaseEvent receivedInstantly(Moment moment) {
        receivedAt = moment.now();
        return bySystem(CaseEventKind.RECEIVED, moment);
    }

    private CaseEvent acceptedInstantly(Moment moment) {
        acceptedOn = moment.today();
        return bySystem(CaseEventKind.ACCEPTED, moment);
    }

    private CaseEvent afterAcceptance(Moment moment) {
        InstantVerdict spoken = verdict;
        verdict = null;
        if (spoken == null || !spoken.approved()) {
            Word why = Word.note(spoken == null ? null : spoken.forTheHuman());
            return moved(CaseEventKind.REVIEW_STARTED, AccountKind.SYSTEM, null, moment, why);
        }
        approved(moment);
        return bySystem(CaseEventKind.APPROVED, moment);
    }

    private CaseEvent handOver(Moment moment) {
        return BY_HAND.contains(form().json().getString("deliveryMethod", ""))
                ? bySystem(CaseEventKind.DELIVERY_STARTED, moment)
                : complete(moment);
    }

    private CaseEvent complete(Moment moment) {
        closedAt = moment.now();
        return bySystem(CaseEventKind.COMPLETED, moment);
    }

    private CaseEvent lapse(Moment moment) {
        close(ClosureKind.SUPPLEMENT_LAPSED, moment);
        return bySystem(CaseEventKind.LAPSED, moment);
    }

    /// Silence is acceptance, from the day the application was received, not from the day the five days ran out
    /// (Administrative Licensing Law art. 32(4)).
    private CaseEvent deemedAccepted(Moment moment) {
        acceptedOn = receivingDay;
        return bySystem(CaseEventKind.DEEMED_ACCEPTED, moment);
    }

    private CaseEvent warn(WarningLevel level, Moment moment) {
        warned = level;
        return moved(CaseEventKind.WARNING_RAISED, AccountKind.SYSTEM, null, moment, Word.note(level.name()));
    }

    private void approved(Moment moment) {
        decidedAt = moment.now();
        boolean licence = moment.item().resultType() == ResultType.LICENCE;
        closure = licence ? ClosureKind.LICENCE_ISSUED : ClosureKind.CLOSED_OTHER;
    }

    private SupplementNotice notice(
            List<SupplementNotice.Item> items, @Nullable LocalDate day, Limit limit, Moment moment) {
        LocalDate earliest = moment.clock().answerBy(moment.today(), limit);
        if (day != null && day.isBefore(earliest)) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "answerBy", earliest.toString())
                    .at("answerBy");
        }
        SupplementNotice notice = new SupplementNotice(items, day == null ? earliest : day, notices > 0);
        supplement = notice.json().toString();
        answerBy = notice.answerBy();
        notices++;
        return notice;
    }

    private void answered() {
        supplement = null;
        answerBy = null;
    }

    private boolean claimed(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    private boolean claimedByAnother(Caller caller, Instant now) {
        return claimed(now) && !caller.id().equals(claimedBy);
    }

    private void unclaimed() {
        claimedBy = null;
        claimedUntil = null;
    }

    private void close(ClosureKind kind, Moment moment) {
        closure = kind;
        closedAt = moment.now();
        answered();
    }

    private void filedUnder(ServiceItem item) {
        taskCode = item.taskCode();
        itemVersion = item.version();
        itemName = item.name();
        twoPairsOfEyes = item.caseKind() == CaseKind.PROMISED && item.itemType() == ItemType.ADMINISTRATIVE_LICENCE;
    }

    private void clear(CaseAction action, Caller caller, Moment moment) {
        obstacle(action, caller, moment.now()).ifPresent(problem -> {
            throw problem;
        });
    }

    private static Optional<Problem> forbidden(String why) {
        return Optional.of(Problem.variant(UserErrorCode.FORBIDDEN, why));
    }

    private CaseEvent moved(CaseAction action, Caller caller, Moment moment, Word word) {
        return moved(action.event(), caller.kind(), caller.id(), moment, word);
    }

    private CaseEvent bySystem(CaseEventKind kind, Moment moment) {
        return moved(kind, AccountKind.SYSTEM, null, moment, Word.NONE);
    }

    private CaseEvent moved(CaseEventKind kind, AccountKind actor, @Nullable String actorId, Moment moment, Word word) {
        CaseStatus from = status;
        CaseLifecycle.Move move = CaseLifecycle.move(from, kind)
                .orElseThrow(() -> new IllegalStateException("No move " + kind + " from " + from));
        status = move.to();
        lastSequence++;
        if (move.clock() != ClockEffect.NONE) {
            warned = WarningLevel.GREEN;
        }
        if (from != status) {
            unclaimed();
        }
        reckon(moment);
        CaseEvent event = new CaseEvent(
                id,
                caseNo,
                lastSequence,
                kind,
                from,
                move.to(),
                moment.now(),
                actor,
                actorId,
                word.note(),
                dueOn,
                move.clock(),
                headHash,
                word.content());
        headHash = event.hash();
        return event;
    }

    /// Reckons anew what is due and when time acts next, e.g. because another calendar came into force.
    void reckon(Moment moment) {
        Due due = running(moment);
        dueOn = due == null ? null : due.on();
        yellowOn = due == null ? null : due.yellowOn();
        provisional = due != null && due.provisional();
        wakeOn = CaseTimer.wakeOn(this, moment);
    }

    private @Nullable Due running(Moment moment) {
        LocalDate today = moment.today();
        return switch (status()) {
            case SUBMITTED, RECEIVED ->
                moment.clock()
                        .receipt(Objects.requireNonNull(receivingDay), times().receipt(), receivedAt != null, today);
            case ACCEPTED, UNDER_REVIEW, POST_ACCEPT_SUPPLEMENT ->
                moment.clock().decision(promised(moment.item()), today);
            case APPROVED, REJECTED, CERTIFICATE_MAKING, DELIVERING ->
                moment.clock().delivery(ShanghaiTime.dayOf(Objects.requireNonNull(decidedAt)), today);
            default -> null;
        };
    }

    private Reckoning promised(ServiceItem item) {
        return CaseDeadline.reckoning(Objects.requireNonNull(acceptedOn), item.promisedLimit(), times());
    }

    /// What is published of the case, to this caller.
    CaseView view(Caller caller, Instant now) {
        return new CaseView(
                id.toString(),
                caseNo,
                new CaseView.Reference(id, taskCode, itemVersion, times()),
                status(),
                status().tab(),
                version,
                form().json(),
                itemVersion,
                onBehalfOf,
                lastSequence,
                allowedActions(caller, now),
                openNotice(),
                claimed(now) ? claimedUntil : null,
                claimed(now) && caller.id().equals(claimedBy),
                createdAt,
                submittedAt,
                receivedAt,
                acceptedOn,
                decidedAt,
                closedAt,
                closedAt == null ? null : closure);
    }
}
