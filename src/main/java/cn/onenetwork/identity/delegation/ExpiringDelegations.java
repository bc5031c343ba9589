package cn.onenetwork.identity.delegation;

import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/// Writes down which delegations are over. They granted nothing since their time ended: this is for those
/// who read lists and history. Any pod may do it; two at once skip each other's.
@ApplicationScoped
public class ExpiringDelegations {

    private static final int AT_ONCE = 200;

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final Clock clock;

    ExpiringDelegations(Delegations delegations, DelegationDesk desk, Clock clock) {
        this.delegations = delegations;
        this.desk = desk;
        this.clock = clock;
    }

    /// Writes down some; returns how many. What is left is done the next time.
    @Scheduled(
            every = "${one-network.delegation.sweep-every:5m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @UnitOfWork
    public Uni<Void> expire() {
        Instant now = clock.instant();
        return delegations.due(now, AT_ONCE).chain(over -> desk.expired(over, now));
    }
}
