package cn.onenetwork.identity.delegation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What became of all delegations. Rows are only ever added, by [DelegationDesk].
@ApplicationScoped
class DelegationHistory implements PanacheRepositoryBase<DelegationChange, Long> {

    Uni<List<DelegationChange>> of(List<UUID> delegations) {
        return list("delegationId in ?1 order by id", delegations);
    }
}
