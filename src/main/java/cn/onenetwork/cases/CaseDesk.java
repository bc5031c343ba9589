package cn.onenetwork.cases;

import cn.onenetwork.calendar.WorkCalendars;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The only door through which a case is changed.
///
/// It locks the case, checks the caller and the expected version, lets one verb do its work, lets the system go
/// on, and writes it all down. To be called within a unit of work.
@ApplicationScoped
public class CaseDesk {

    private final Cases cases;
    private final CaseJournal journal;
    private final ServiceItems items;
    private final IdempotencyKeys keys;
    private final WorkCalendars calendars;
    private final Clock clock;

    CaseDesk(
            Cases cases,
            CaseJournal journal,
            ServiceItems items,
            IdempotencyKeys keys,
            WorkCalendars calendars,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.items = items;
        this.keys = keys;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// Does what another room wants done to a case, once per idempotency key.
    ///
    /// @throws Refusal UNAUTHENTICATED or FORBIDDEN where the caller has no role for the action
    /// @throws Problem NOT_FOUND, STALE_VERSION, ILLEGAL_TRANSITION, FORBIDDEN, IDEMPOTENCY_CONFLICT and what the
    ///     action itself asks for
    public Uni<CaseView> act(Caller caller, CaseCommand command, CaseDeed deed) {
        return act(caller, command, deed.action(), deed::on);
    }

    /// The same, with something of the other room's own in the same transaction.
    ///
    /// @param deed asked for once the case is locked; it must be one for `action`
    public Uni<CaseView> act(
            Caller caller, CaseCommand command, CaseAction action, Supplier<Uni<? extends CaseDeed>> deed) {
        return guarded(caller, command, action, known -> deed.get().chain(done -> changed(known, done::on)));
    }

    /// Writes down what happened to a document by itself.
    ///
    /// @param change asked for, with the task code of the case's item, once the case is locked, so that the
    ///     document is locked after it: always in this order; empty where nothing happened after all
    public Uni<Void> record(UUID caseId, Function<String, Uni<Optional<DocumentChange>>> change) {
        return cases.locked(caseId)
                .chain(found -> moment(found)
                        .chain(moment -> change.apply(found.itemKey().taskCode())
                                .map(told -> told.flatMap(one -> one.on(found, moment)))
                                .chain(event -> event.map(one -> settle(found, moment, one))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))));
    }

    /// The slot of a case into which this caller may put a document now. The case is locked until the unit of work
    /// ends.
    ///
    /// @throws Refusal UNAUTHENTICATED or FORBIDDEN where the caller is no applicant
    /// @throws Problem NOT_FOUND, FORBIDDEN, or ILLEGAL_TRANSITION where nothing may be put there now
    public Uni<OpenSlot> openSlot(Caller caller, String caseId, String materialId, CaseAction action) {
        caller.require(CaseLifecycle.roles(action).toArray(Role[]::new));
        return cases.require(caseId, "caseId", caller)
                .chain(known -> moment(known.found())
                        .map(moment -> known.found().openSlot(known.caller(), materialId, action, moment)));
    }

    /// Does one action on one case, once per idempotency key.
    Uni<CaseView> act(Caller caller, CaseCommand command, CaseAction action, CaseDeed.Verb verb) {
        return guarded(caller, command, action, known -> changed(known, verb));
    }

    /// The case of the command, locked and of the expected version, for whoever has a role for the action.
    Uni<CaseView> guarded(
            Caller caller, CaseCommand command, CaseAction action, Function<CaseAtHand, Uni<CaseView>> work) {
        caller.require(CaseLifecycle.roles(action).toArray(Role[]::new));
        IdempotencyKeys.Key key = key(caller, "case" + action, command.idempotencyKey(), command);
        return once(
                caller,
                Cases.uuid(command.caseId()).map(key::on).orElse(key),
                () -> cases.require(command.caseId(), command.idField(), caller)
                        .invoke(known -> checkVersion(known.found(), command.expectedVersion()))
                        .chain(work::apply));
    }

    /// Runs a mutation once per key; a repetition gets the case as it is now.
    Uni<CaseView> once(Caller caller, String operation, String key, Object input, Supplier<Uni<CaseView>> work) {
        return once(caller, key(caller, operation, key, input), work);
    }

    private Uni<CaseView> once(Caller caller, IdempotencyKeys.Key key, Supplier<Uni<CaseView>> work) {
        return keys.once(key, work, CaseView::uuid, id -> replay(id, caller));
    }

    private static IdempotencyKeys.Key key(Caller caller, String operation, String key, Object input) {
        return IdempotencyKeys.Key.of(caller.id(), operation, key, input, caller.locale());
    }

    private Uni<CaseView> replay(UUID id, Caller caller) {
        return cases.visible(id, caller).map(found -> {
            if (found == null) {
                throw Problem.of(UserErrorCode.NOT_FOUND).at("id");
            }
            return found.view(clock.instant());
        });
    }

    Uni<CaseView> changed(CaseAtHand known, CaseDeed.Verb verb) {
        return moment(known.found())
                .chain(moment ->
                        settle(known.caller(), known.found(), moment, verb.on(known.found(), known.caller(), moment)));
    }

    /// Writes the event down, and all that the system does after it.
    Uni<CaseView> settle(Caller caller, ServiceCase changed, Moment moment, CaseEvent event) {
        return settle(changed, moment, event).map(_ -> changed.view(caller, moment.now()));
    }

    /// Writes the event down, and all that the system does after it.
    Uni<Void> settle(ServiceCase changed, Moment moment, CaseEvent event) {
        List<CaseEvent> events = new ArrayList<>(List.of(event));
        for (Optional<CaseEvent> next = changed.proceed(moment); next.isPresent(); next = changed.proceed(moment)) {
            events.add(next.get());
        }
        return journal.record(changed, events).chain(() -> cases.flush());
    }

    /// Now, for a case under the version of the item it was filed under.
    Uni<Moment> moment(ServiceCase found) {
        return items.version(found.itemKey().taskCode(), found.itemKey().version())
                .chain(item -> moment(found, item));
    }

    /// Now, for a case that goes on under this version; never before what happened to it last, though the clock of the
    /// pod that wrote that was ahead of ours, or ours was set back. The case must be locked.
    Uni<Moment> moment(ServiceCase found, ServiceItem item) {
        return journal.lastAt(found).map(last -> moment(item).notBefore(last));
    }

    /// Now, for a case that begins.
    Moment moment(ServiceItem item) {
        return new Moment(item, calendars.current(), clock.instant());
    }

    private static void checkVersion(ServiceCase found, @Nullable Integer expected) {
        if (expected != null && expected != found.version()) {
            throw Problem.of(UserErrorCode.STALE_VERSION).at("expectedVersion");
        }
    }
}
