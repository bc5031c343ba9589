package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the principal's side does with a delegation: makes it less, or takes it back. It counts from the
/// commit on; an action of the agent that is under way is waited for.
///
/// No real-name level is asked for: it only takes away.
@ApplicationScoped
public class Curtailing {

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final Mandates mandates;
    private final Clock clock;

    Curtailing(Delegations delegations, DelegationDesk desk, Mandates mandates, Clock clock) {
        this.delegations = delegations;
        this.desk = desk;
        this.mandates = mandates;
        this.clock = clock;
    }

    /// @throws Problem NOT_FOUND, ILLEGAL_TRANSITION
    @UnitOfWork
    public Uni<DelegationView> revoke(Caller caller, DelegationCommand command) {
        return desk.once(
                caller,
                "delegationRevoke",
                command,
                () -> required(caller, command)
                        .chain(found -> desk.settled(found, found.revoke(caller, clock.instant()))));
    }

    /// @throws Problem NOT_FOUND, ILLEGAL_TRANSITION, FORM_INVALID where it would not become less
    @UnitOfWork
    public Uni<DelegationView> narrow(Caller caller, DelegationCommand command, Narrowing less) {
        return desk.once(
                caller,
                "delegationNarrow",
                command,
                () -> required(caller, command)
                        .chain(found ->
                                desk.settled(found, found.narrow(caller, less.of(found.extent()), clock.instant()))));
    }

    /// The mandates of an administrator are read first: no two delegations are ever locked at once.
    private Uni<Delegation> required(Caller caller, DelegationCommand command) {
        return mandates.of(caller)
                .chain(known -> delegations.require(
                        command.id(), one -> Grantor.disposes(known, Principal.parse(one.principal), one.role)));
    }

    /// What is left; null leaves as it is.
    public record Narrowing(
            @Nullable Set<String> items,
            @Nullable Set<DelegatedAction> actions,
            @Nullable Instant validTo) {

        Extent of(Extent before) {
            return new Extent(
                    items == null ? before.items() : items,
                    actions == null ? before.actions() : actions,
                    before.from(),
                    validTo == null ? before.to() : validTo);
        }
    }
}
