package cn.onenetwork.documents;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All documents.
@ApplicationScoped
class Documents implements PanacheRepositoryBase<StoredDocument, UUID> {

    /// The document, locked until the unit of work ends; null where there is none.
    Uni<@Nullable StoredDocument> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /// The documents of some cases, oldest first.
    Uni<List<StoredDocument>> ofCases(Set<UUID> caseIds) {
        return list("caseId in ?1 order by id", caseIds);
    }
}
