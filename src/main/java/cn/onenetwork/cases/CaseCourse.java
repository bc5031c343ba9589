package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.catalogue.ResultType;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a case goes on by itself: what every move brings with it, what the system does at once after one, and
/// what time does to a case that nobody touches.
@MappedSuperclass
abstract class CaseCourse extends CaseRecord {

    private static final Set<String> BY_HAND = Set.of("WINDOW", "EXPRESS");

    /// What the rules of an instant item said, while the case is being filed.
    @Transient
    private @Nullable InstantVerdict verdict;

    protected CaseCourse() {}

    CaseCourse(UUID id, Caller actor, Capacity capacity, ServiceItem item, Instant now) {
        super(id, actor, capacity, item, now);
    }

    /// Lets the rules of an instant item speak: [#proceed] then receives, accepts and decides by itself, or
    /// leaves the decision to a human.
    void decideInstantly(InstantVerdict spoken) {
        verdict = spoken;
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
                                ? bySystem(CaseEventKind.CERTIFICATE_MAKING_STARTED, moment, Word.NONE)
                                : handOver(moment));
            case REJECTED, CERTIFICATE_MAKING -> Optional.of(handOver(moment));
            case DELIVERING -> deliveredAt == null ? Optional.empty() : Optional.of(complete(moment));
            default -> Optional.empty();
        };
    }

    /// The next thing that time itself does, if its day has come; see [#wakeOn].
    Optional<CaseEvent> tick(Moment moment) {
        if (wakeOn == null || moment.today().isBefore(wakeOn)) {
            return Optional.empty();
        }
        Optional<CaseEvent> event = CaseTimer.of(this, moment).map(timer -> act(timer, moment));
        if (event.isEmpty()) {
            reckon(moment);
        }
        return event;
    }

    private CaseEvent act(CaseTimer timer, Moment moment) {
        return switch (timer) {
            case LAPSE -> lapse(moment);
            case DEEMED_ACCEPTANCE -> deemedAccepted(moment);
            case OVERDUE -> warn(Warned.OVERDUE, WarningLevel.RED, moment);
            case DUE_SOON -> warn(Warned.DUE_SOON, WarningLevel.YELLOW, moment);
            case PRE_REVIEW -> warn(Warned.PRE_REVIEW, WarningLevel.YELLOW, moment);
            case ARCHIVE -> bySystem(CaseEventKind.ARCHIVED, moment, Word.NONE);
        };
    }

    private CaseEvent receivedInstantly(Moment moment) {
        receivedAt = moment.now();
        return bySystem(CaseEventKind.RECEIVED, moment, Word.NONE);
    }

    private CaseEvent acceptedInstantly(Moment moment) {
        return bySystem(CaseEventKind.ACCEPTED, moment, accepted(moment.today(), moment));
    }

    private CaseEvent afterAcceptance(Moment moment) {
        InstantVerdict spoken = verdict;
        verdict = null;
        if (spoken == null || !spoken.approved()) {
            String why = spoken == null ? null : spoken.forTheHuman();
            return bySystem(CaseEventKind.REVIEW_STARTED, moment, Word.note(why));
        }
        approved(moment);
        return bySystem(CaseEventKind.APPROVED, moment, Word.NONE);
    }

    private CaseEvent handOver(Moment moment) {
        return delivery != null && BY_HAND.contains(delivery)
                ? bySystem(CaseEventKind.DELIVERY_STARTED, moment, Word.NONE)
                : complete(moment);
    }

    private CaseEvent complete(Moment moment) {
        closedAt = moment.now();
        return bySystem(CaseEventKind.COMPLETED, moment, Word.NONE);
    }

    private CaseEvent lapse(Moment moment) {
        close(ClosureKind.SUPPLEMENT_LAPSED, moment);
        return bySystem(CaseEventKind.LAPSED, moment, Word.NONE);
    }

    /// Silence is acceptance, from the day the application was received, not from the day the five days ran out
    /// (Administrative Licensing Law art. 32(4)).
    private CaseEvent deemedAccepted(Moment moment) {
        return bySystem(CaseEventKind.DEEMED_ACCEPTED, moment, accepted(Objects.requireNonNull(receivingDay), moment));
    }

    private CaseEvent warn(Warned reached, WarningLevel level, Moment moment) {
        warned = reached;
        return bySystem(CaseEventKind.WARNING_RAISED, moment, Word.note(level.name()));
    }

    /// Accepted from that day on: deferred materials get their last day. Returns what the notices say besides the
    /// due day.
    final Word accepted(LocalDate day, Moment moment) {
        acceptedOn = day;
        materials = Deferral.dated(materials(), day, moment).text();
        return Word.NONE.with(JSON.createObjectBuilder(Deferral.notice(materials(), moment.item()))
                .add("acceptedOn", day.toString())
                .build());
    }

    final void approved(Moment moment) {
        decidedAt = moment.now();
        boolean licence = moment.item().resultType() == ResultType.LICENCE;
        closure = licence ? ClosureKind.LICENCE_ISSUED : ClosureKind.CLOSED_OTHER;
    }

    final void close(ClosureKind kind, Moment moment) {
        closure = kind;
        closedAt = moment.now();
        times = times().ended(moment.today()).text();
        answered();
    }

    final void answered() {
        supplement = null;
        answerBy = null;
    }

    final void unclaimed() {
        claimedBy = null;
        claimedUntil = null;
    }

    private CaseEvent bySystem(CaseEventKind kind, Moment moment, Word word) {
        return moved(kind, Actor.SYSTEM, moment, word);
    }

    /// Reckons anew by the calendar in force; tells it where that moves the due day.
    Optional<CaseEvent> reckonAnew(Moment moment) {
        LocalDate before = dueOn;
        reckon(moment);
        return Objects.equals(before, dueOn)
                ? Optional.empty()
                : Optional.of(bySystem(CaseEventKind.RECKONED_ANEW, moment, Word.NONE));
    }

    /// Moves along the table, reckons what is due then, and tells what happened.
    final CaseEvent moved(CaseEventKind kind, Actor actor, Moment moment, Word word) {
        CaseStatus from = status;
        CaseLifecycle.Move move = CaseLifecycle.move(from, kind)
                .orElseThrow(() -> new IllegalStateException("No move " + kind + " from " + from));
        status = move.to();
        lastSequence++;
        if (move.clock().renews()) {
            warned = Warned.NOTHING;
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
                actor.kind(),
                actor.id(),
                word.note(),
                dueOn,
                move.clock(),
                headHash,
                actor.principal(),
                actor.delegation(),
                word.content(),
                List.of());
        headHash = event.hash();
        return event;
    }

    /// The events that were just told, with the vouchers they issue: the chain of the journal covers these too, and
    /// they have their numbers only now.
    ///
    /// @param issued the vouchers of each event
    final List<CaseEvent> certified(List<CaseEvent> events, List<List<Voucher>> issued) {
        if (issued.stream().allMatch(List::isEmpty)) {
            return events;
        }
        List<CaseEvent> certified = new ArrayList<>();
        byte[] head = events.getFirst().previousHash();
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i).certified(head, issued.get(i));
            head = event.hash();
            certified.add(event);
        }
        headHash = head;
        return certified;
    }

    /// Reckons anew what is due and when time acts next, e.g. because another calendar came into force.
    void reckon(Moment moment) {
        Due due = RunningClock.of(this, moment);
        dueOn = due == null ? null : due.on();
        yellowOn = due == null ? null : earlier(due.yellowOn(), RunningClock.unseenOn(this, moment));
        provisional = due != null && due.provisional();
        wakeOn = CaseTimer.wakeOn(this, due, moment);
    }

    /// Who moves the case, as the journal keeps it.
    ///
    /// @param id         the provider's id; null for the system
    /// @param principal  for whom the applicant's side acts; null for staff and the system
    /// @param delegation by which delegation; null where the token gives the right
    record Actor(
            AccountKind kind,
            @Nullable String id,
            @Nullable String principal,
            @Nullable UUID delegation) {

        static final Actor SYSTEM = new Actor(AccountKind.SYSTEM, null, null, null);
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
