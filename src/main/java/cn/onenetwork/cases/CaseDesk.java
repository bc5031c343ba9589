package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The only door through which other rooms change a case.
///
/// It locks the case, checks the caller and the expected version, lets one verb do its work, lets the system go on, and
/// writes it all down. To be called within a unit of work.
@ApplicationScoped
public class CaseDesk {

    private final Cases cases;
    private final CaseJournal journal;
    private final ServiceItems items;
    private final IdempotencyKeys keys;
    private final Clock clock;

    CaseDesk(Cases cases, CaseJournal journal, ServiceItems items, IdempotencyKeys keys, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.items = items;
        this.keys = keys;
        this.clock = clock;
    }

    /// Does one action on one case, once per idempotency key.
    ///
    /// @throws cn.onenetwork.platform.Refusal UNAUTHENTICATED or FORBIDDEN where the caller has no role for the action
    /// @throws Problem NOT_FOUND, STALE_VERSION, ILLEGAL_TRANSITION, FORBIDDEN, IDEMPOTENCY_CONFLICT
    public Uni<CaseView> act(Caller caller, CaseCommand command, CaseAction action, Verb verb) {
        caller.require(CaseLifecycle.roles(action).toArray(Role[]::new));
        return once(caller, "case" + action, command.idempotencyKey(), command, () -> cases.require(
                        command.caseId(), caller)
                .invoke(found -> checkVersion(found, command.expectedVersion()))
                .chain(found -> changed(caller, found, verb)));
    }

    /// Runs a mutation once per key; a repetition gets the case as it is now.
    Uni<CaseView> once(
            Caller caller,
            String operation,
            String key,
            Object input,
            java.util.function.Supplier<Uni<CaseView>> work) {
        return keys.once(
                IdempotencyKeys.Key.of(caller.id(), operation, key, input, caller.locale()),
                work,
                CaseView::uuid,
                id -> replay(id, caller));
    }

    private Uni<CaseView> replay(UUID id, Caller caller) {
        return cases.visible(id, caller).map(found -> {
            if (found == null) {
                throw Problem.of(UserErrorCode.NOT_FOUND).at("id");
            }
            return found.view(caller);
        });
    }

    Uni<CaseView> changed(Caller caller, ServiceCase found, Verb verb) {
        return items.version(found.itemKey().taskCode(), found.itemKey().version())
                .chain(item -> settle(caller, found, item, verb.on(found, item, clock.instant())));
    }

    /// Writes the event down, and all that the system does after it.
    Uni<CaseView> settle(Caller caller, ServiceCase changed, ServiceItem item, CaseEvent event) {
        List<CaseEvent> events = new ArrayList<>(List.of(event));
        Instant now = event.at();
        for (Optional<CaseEvent> next = changed.proceed(item, now); next.isPresent(); next = changed.proceed(item, now)) {
            events.add(next.get());
        }
        return journal.record(events).chain(() -> cases.flush()).map(_ -> changed.view(caller));
    }

    static void checkVersion(ServiceCase found, @Nullable Integer expected) {
        if (expected != null && expected != found.version()) {
            throw Problem.of(UserErrorCode.STALE_VERSION).at("expectedVersion");
        }
    }

    /// What is done to the case, synchronously, with the item version it was filed under.
    @FunctionalInterface
    public interface Verb {
        CaseEvent on(ServiceCase serviceCase, ServiceItem item, Instant now);
    }
}
