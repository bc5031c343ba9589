package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.identity.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which mandates somebody holds now. To be called within a unit of work.
///
/// Only applicants act by delegation; the same person at work for the administration has the ties, not the
/// rights.
@ApplicationScoped
public class Mandates {

    private final Delegations delegations;
    private final Clock clock;

    Mandates(Delegations delegations, Clock clock) {
        this.delegations = delegations;
        this.clock = clock;
    }

    /// The caller with all that it holds now, to look at things.
    public Uni<Caller> of(Caller caller) {
        return caller.has(Role.CITIZEN)
                ? delegations
                        .inForce(caller.id(), clock.instant())
                        .map(found ->
                                caller.holding(found.stream().map(Held::mandate).toList()))
                : Uni.createFrom().item(caller);
    }

    /// The caller with all that it holds of one principal, to do something: none of it ends before the unit
    /// of work does.
    ///
    /// @param principal a key, see [cn.onenetwork.identity.Principal#key]
    public Uni<Caller> kept(Caller caller, String principal) {
        return caller.has(Role.CITIZEN)
                ? delegations
                        .keptInForce(caller.id(), principal, clock.instant())
                        .map(found -> holding(caller, found))
                : Uni.createFrom().item(caller);
    }

    /// The caller with this one, if it holds it now; it does not end before the unit of work does.
    public Uni<Caller> keptById(Caller caller, String delegationId) {
        return Delegations.uuid(delegationId)
                .filter(_ -> caller.has(Role.CITIZEN))
                .map(id -> delegations.keptById(id, caller.id(), clock.instant()))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(found -> holding(caller, found));
    }

    /// Whether this delegation still lets its agent do that; if so, it does so until the unit of work ends.
    ///
    /// @param taskCode of the item
    public Uni<Boolean> stillAllows(UUID delegation, String agent, String taskCode, DelegatedAction action) {
        return delegations
                .keptById(delegation, agent, clock.instant())
                .map(found -> found.stream()
                        .map(one -> one.mandate(clock.instant()))
                        .anyMatch(held -> held.covers(held.principal().key(), taskCode) && held.allows(action)));
    }

    /// The caller with all that it ever held of some principals: who handles their applications must have
    /// no such ties.
    public Uni<Caller> ties(Caller caller, Collection<String> principals) {
        return principals.isEmpty()
                ? Uni.createFrom().item(caller)
                : delegations.everOf(caller.id(), principals).map(found -> tied(caller, found));
    }

    /// What the caller was found to hold stays as it was found.
    private Caller tied(Caller caller, List<Delegation> found) {
        Set<UUID> known = caller.mandates().stream().map(Mandate::delegation).collect(Collectors.toSet());
        Stream<Mandate> more =
                found.stream().filter(one -> !known.contains(one.id)).map(one -> one.mandate(clock.instant()));
        return found.isEmpty()
                ? caller
                : caller.holding(Stream.concat(caller.mandates().stream(), more).toList());
    }

    private Caller holding(Caller caller, List<Delegation> found) {
        Instant now = clock.instant();
        return found.isEmpty()
                ? caller
                : caller.holding(found.stream().map(one -> one.mandate(now)).toList());
    }
}
