package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The only door through which other rooms change a case.
///
/// It locks the case, checks the caller and the expected version, lets one verb do its work, lets the system go
/// on, and writes it all down. To be called within a unit of work.
@ApplicationScoped
public class CaseDesk {

    private final Cases cases;
    private final CaseJournal journal;
    private final ServiceItems items;
    private final IdempotencyKeys keys;
    private final CaseClocks clocks;
    private final Clock clock;

    CaseDesk(
            Cases cases,
            CaseJournal journal,
            ServiceItems items,
            IdempotencyKeys keys,
            CaseClocks clocks,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.items = items;
        this.keys = keys;
        this.clocks = clocks;
        this.clock = clock;
    }

    /// 收件: the window has the application and looks at it.
    public Uni<CaseView> receive(Caller caller, CaseCommand command, @Nullable String note) {
        return act(caller, command, CaseAction.RECEIVE, (found, _, now) -> found.receive(caller, note, now));
    }

    /// 受理: from the next working day on the promised limit runs.
    public Uni<CaseView> accept(Caller caller, CaseCommand command, @Nullable String note) {
        return act(caller, command, CaseAction.ACCEPT, (found, item, now) -> {
            LocalDate today = ShanghaiTime.dayOf(now);
            Due due = clocks.current().decision(today, CaseDeadline.limit(item.promisedLimit()));
            return found.accept(caller, today, due, note, now);
        });
    }

    /// 不予受理: told with its grounds.
    public Uni<CaseView> refuse(Caller caller, CaseCommand command, Grounds grounds) {
        return act(caller, command, CaseAction.REFUSE, (found, _, now) -> found.refuse(caller, grounds.text(), now));
    }

    /// 准予: the decision in favour.
    public Uni<CaseView> approve(Caller caller, CaseCommand command, @Nullable String note) {
        return act(caller, command, CaseAction.APPROVE, (found, item, now) -> found.approve(caller, item, note, now));
    }

    /// 不予许可: the decision against, told with its grounds.
    public Uni<CaseView> reject(Caller caller, CaseCommand command, Grounds grounds) {
        return act(caller, command, CaseAction.REJECT, (found, _, now) -> found.reject(caller, grounds.text(), now));
    }

    /// 送达: a window or a courier handed the result over.
    public Uni<CaseView> deliver(Caller caller, CaseCommand command, @Nullable String note) {
        return act(caller, command, CaseAction.DELIVER, (found, _, now) -> found.deliver(caller, note, now));
    }

    /// Does one action on one case, once per idempotency key.
    ///
    /// @throws Refusal UNAUTHENTICATED or FORBIDDEN where the caller has no role for the action
    /// @throws Problem NOT_FOUND, STALE_VERSION, ILLEGAL_TRANSITION, FORBIDDEN, IDEMPOTENCY_CONFLICT
    Uni<CaseView> act(Caller caller, CaseCommand command, CaseAction action, Verb verb) {
        caller.require(CaseLifecycle.roles(action).toArray(Role[]::new));
        return once(
                caller,
                "case" + action,
                command.idempotencyKey(),
                command,
                () -> cases.require(command.caseId(), command.idField(), caller)
                        .invoke(found -> checkVersion(found, command.expectedVersion()))
                        .chain(found -> changed(caller, found, verb)));
    }

    /// Runs a mutation once per key; a repetition gets the case as it is now.
    Uni<CaseView> once(Caller caller, String operation, String key, Object input, Supplier<Uni<CaseView>> work) {
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
        for (Optional<CaseEvent> next = changed.proceed(item, now);
                next.isPresent();
                next = changed.proceed(item, now)) {
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
    interface Verb {
        CaseEvent on(ServiceCase serviceCase, ServiceItem item, Instant now);
    }

    /// Why an application is not accepted or not granted, and what can be done against it: the applicant must
    /// be told both (Administrative Licensing Law arts. 38, 55).
    public record Grounds(
            String reason, String remedy, @Nullable String note) {

        String text() {
            return Stream.of(reason, remedy, note).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        }
    }
}
