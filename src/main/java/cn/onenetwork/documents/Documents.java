package cn.onenetwork.documents;

import cn.onenetwork.cases.CaseAccess;
import cn.onenetwork.cases.OpenSlot;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All documents.
@ApplicationScoped
class Documents implements PanacheRepositoryBase<StoredDocument, UUID> {

    private static final int MOST_REUSABLE = 100;

    private static final String REUSABLE = "from StoredDocument d where d.owner in (:slotOwners) and d.state = :ready"
            + " and d.returned = false and d.caseId in (select c.id from ServiceCase c where ";

    Uni<StoredDocument> require(UUID id) {
        return findById(id).map(found -> {
            if (found == null) {
                throw Problem.of(UserErrorCode.NOT_FOUND);
            }
            return found;
        });
    }

    /// The document, locked until the unit of work ends; null where there is none.
    Uni<@Nullable StoredDocument> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /// Whose case it belongs to; null where there is no such document. Reads no entity, so that a later lock reads
    /// it afresh.
    Uni<@Nullable UUID> caseOf(UUID id) {
        return find("select caseId from StoredDocument where id = ?1", id)
                .project(UUID.class)
                .firstResult();
    }

    /// A document of the case, locked until the unit of work ends; that of another case is not locked.
    ///
    /// @throws Problem NOT_FOUND where the case has no such document
    Uni<StoredDocument> inCase(String id, String caseId) {
        return uuid(id).flatMap(known -> uuid(caseId)
                        .map(here -> find("id = ?1 and caseId = ?2", known, here)
                                .withLock(LockModeType.PESSIMISTIC_WRITE)
                                .<StoredDocument>firstResult()))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(found -> {
                    if (found == null) {
                        throw Problem.of(UserErrorCode.NOT_FOUND).at("documentId");
                    }
                    return found;
                });
    }

    /// A document that may be used again in this slot.
    ///
    /// @throws Problem NOT_FOUND where the owner of the case has none such; MATERIAL_INVALID where it does not fit
    Uni<StoredDocument> reusable(String id, OpenSlot slot) {
        CaseAccess.Condition mine = CaseAccess.mine(slot.caller());
        return uuid(id).map(known -> find(
                                REUSABLE + mine.text() + ") and d.id = :id and d.caseId <> :case",
                                parameters(mine)
                                        .and("slotOwners", Set.of(slot.owner()))
                                        .and("id", known)
                                        .and("case", slot.caseId()))
                        // its bytes must not be let go while the new row that shares them is not there yet
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResult())
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(found -> {
                    if (found == null) {
                        throw Problem.of(UserErrorCode.NOT_FOUND).at("documentId");
                    }
                    if (!found.fits(slot)) {
                        throw Problem.variant(UserErrorCode.MATERIAL_INVALID, "notReusable")
                                .at("documentId");
                    }
                    return found;
                });
    }

    /// The newest documents of these owners that may be used again, from cases of the caller's side.
    ///
    /// @param caller with its mandates
    Uni<List<StoredDocument>> reusable(Set<String> owners, Caller caller) {
        CaseAccess.Condition mine = CaseAccess.mine(caller);
        return find(
                        REUSABLE + mine.text() + ") and d.reusedFrom is null order by d.id desc",
                        parameters(mine).and("slotOwners", owners))
                .range(0, MOST_REUSABLE - 1)
                .list();
    }

    Uni<List<StoredDocument>> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /// The documents of some cases, oldest first.
    Uni<List<StoredDocument>> ofCases(Set<UUID> caseIds) {
        return list("caseId in ?1 order by id", caseIds);
    }

    /// Another document of the same case with the same content; null where there is none.
    Uni<@Nullable StoredDocument> twin(StoredDocument document, byte[] sha256) {
        return find(
                        "caseId = ?1 and sha256 = ?2 and state = ?3 and id <> ?4 order by id",
                        document.caseId,
                        sha256,
                        DocumentState.READY,
                        document.id)
                .firstResult();
    }

    private static Parameters parameters(CaseAccess.Condition condition) {
        Parameters parameters = Parameters.with("ready", DocumentState.READY);
        condition.parameters().forEach(parameters::and);
        return parameters;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
