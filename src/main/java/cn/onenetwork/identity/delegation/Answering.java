package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// What the person does who was named as agent: accepts, refuses, or gives back what was accepted.
///
/// Whose identity number it was granted to may answer. For everybody else it does not exist.
@ApplicationScoped
public class Answering {

    /// Delegations in force of one agent: all of them are read for each thing that is done.
    private static final long MOST_HELD = 500;

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final Clock clock;

    Answering(Delegations delegations, DelegationDesk desk, Clock clock) {
        this.delegations = delegations;
        this.desk = desk;
        this.clock = clock;
    }

    /// @throws Problem NOT_FOUND, STEP_UP_REQUIRED, ILLEGAL_TRANSITION where it was answered before, its
    ///     time is over, or the corporation has an administrator; TOO_MANY_REQUESTS
    @UnitOfWork
    public Uni<DelegationView> accept(Caller person, DelegationCommand command) {
        return desk.once(
                person,
                "delegationAccept",
                command,
                () -> required(person, command)
                        .call(this::vacancy)
                        .call(() -> room(person))
                        .chain(found -> desk.settled(found, found.accept(person, clock.instant()))));
    }

    /// @throws Problem NOT_FOUND, ILLEGAL_TRANSITION
    @UnitOfWork
    public Uni<DelegationView> refuse(Caller person, DelegationCommand command) {
        return desk.once(
                person,
                "delegationRefuse",
                command,
                () -> required(person, command)
                        .chain(found -> desk.settled(found, found.refuse(person, clock.instant()))));
    }

    /// @throws Problem NOT_FOUND, ILLEGAL_TRANSITION
    @UnitOfWork
    public Uni<DelegationView> release(Caller person, DelegationCommand command) {
        return desk.once(
                person,
                "delegationRelease",
                command,
                () -> required(person, command)
                        .chain(found -> desk.settled(found, found.release(person, clock.instant()))));
    }

    private Uni<Delegation> required(Caller person, DelegationCommand command) {
        return delegations.require(command.id(), one -> delegations.isFor(one, person));
    }

    /// Whether the person may hold one more.
    private Uni<Void> room(Caller person) {
        return delegations
                .countInForce(person.id(), clock.instant())
                .invoke(held -> {
                    if (held >= MOST_HELD) {
                        throw Problem.variant(UserErrorCode.TOO_MANY_REQUESTS, "delegationsHeld", MOST_HELD);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> vacancy(Delegation one) {
        return one.role == DelegationRole.ADMINISTRATOR && one.status == DelegationStatus.PENDING
                ? desk.vacancy(one.principal)
                : Uni.createFrom().voidItem();
    }
}
