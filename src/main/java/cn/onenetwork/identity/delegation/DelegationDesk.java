package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// How a delegation is changed: once per idempotency key, with a row of its history. To be called within a
/// unit of work.
@ApplicationScoped
class DelegationDesk {

    private final Delegations delegations;
    private final IdempotencyKeys keys;
    private final Clock clock;

    DelegationDesk(Delegations delegations, IdempotencyKeys keys, Clock clock) {
        this.delegations = delegations;
        this.keys = keys;
        this.clock = clock;
    }

    /// Runs a mutation once per key; a repetition gets the delegation as it is now.
    Uni<DelegationView> once(
            Caller caller, String operation, DelegationCommand command, Supplier<Uni<Delegation>> work) {
        return once(caller, operation, command.idempotencyKey(), command, work);
    }

    /// The same, where the input is no command.
    Uni<DelegationView> once(
            Caller caller, String operation, String key, Object input, Supplier<Uni<Delegation>> work) {
        return keys.once(
                        IdempotencyKeys.Key.of(caller.id(), operation, key, input, caller.locale()),
                        work,
                        done -> done.id,
                        id -> delegations.findById(id).map(Objects::requireNonNull))
                .map(done -> DelegationView.of(done, clock.instant()));
    }

    /// Writes down what a verb has changed.
    Uni<Delegation> settled(Delegation one, DelegationChange change) {
        return Panache.getSession()
                .chain(session -> session.persist(change))
                .chain(() -> delegations.flush())
                .replaceWith(one);
    }

    /// Makes sure that the corporation has no administrator, and gets none until the unit of work ends. One
    /// whose time is over is none.
    ///
    /// @param principal the corporation's key
    /// @throws Problem ILLEGAL_TRANSITION where it has one
    Uni<Void> vacancy(String principal) {
        return delegations.administratorsAlone(principal).chain(this::vacated);
    }

    private Uni<Void> vacated(List<Delegation> administrators) {
        Instant now = clock.instant();
        if (administrators.stream().anyMatch(one -> one.status(now) == DelegationStatus.ACTIVE)) {
            throw Problem.variant(UserErrorCode.ILLEGAL_TRANSITION, "administrator");
        }
        return expired(administrators, now);
    }

    Uni<Void> expired(List<Delegation> over, Instant now) {
        Object[] changes = over.stream().map(one -> one.expire(now)).toArray();
        return Panache.getSession()
                .chain(session -> session.persistAll(changes))
                .chain(() -> delegations.flush());
    }
}
