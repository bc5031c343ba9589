package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads delegations, for their two sides.
@ApplicationScoped
public class DelegationReading {

    private final Delegations delegations;
    private final DelegationHistory history;
    private final Mandates mandates;
    private final Clock clock;

    DelegationReading(Delegations delegations, DelegationHistory history, Mandates mandates, Clock clock) {
        this.delegations = delegations;
        this.history = history;
        this.mandates = mandates;
        this.clock = clock;
    }

    /// Newest first.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Page<DelegationView>> page(Caller caller, DelegationSide side, Page.Request page) {
        Uni<List<Delegation>> found = side == DelegationSide.AGENT
                ? delegations.held(caller, page)
                : principals(caller).chain(principals -> delegations.granted(principals, page));
        return found.map(rows -> Page.of(rows, page).map(one -> DelegationView.of(one, clock.instant())));
    }

    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Long> count(Caller caller, DelegationSide side) {
        return side == DelegationSide.AGENT
                ? delegations.countHeld(caller)
                : principals(caller).chain(delegations::countGranted);
    }

    /// What became of delegations that were read before, oldest first, in their order.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<List<DelegationChangeView>>> histories(List<DelegationView> read) {
        return history.of(read.stream().map(DelegationView::uuid).toList()).map(changes -> {
            Map<UUID, List<DelegationChangeView>> byDelegation = changes.stream()
                    .collect(Collectors.groupingBy(
                            change -> change.delegationId,
                            Collectors.mapping(DelegationChangeView::of, Collectors.toList())));
            return read.stream()
                    .map(one -> byDelegation.getOrDefault(one.uuid(), List.of()))
                    .toList();
        });
    }

    /// Whose delegations the caller disposes of.
    private Uni<Set<Principal>> principals(Caller caller) {
        return mandates.of(caller)
                .map(known -> Stream.of(
                                Stream.of(Principal.person(known.id())),
                                Stream.ofNullable(known.corporation())
                                        .filter(own -> own.role() != CorporateRole.OPERATOR)
                                        .map(Corporation::uscc)
                                        .map(Principal::corporation),
                                known.mandates().stream()
                                        .filter(mandate -> mandate.role() == DelegationRole.ADMINISTRATOR)
                                        .map(Mandate::principal))
                        .flatMap(principals -> principals)
                        .collect(Collectors.toSet()));
    }
}
