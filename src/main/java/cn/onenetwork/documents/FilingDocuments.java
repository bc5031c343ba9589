package cn.onenetwork.documents;

import cn.onenetwork.cases.CaseDesk;
import cn.onenetwork.cases.DocumentChange;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.delegation.Mandates;
import cn.onenetwork.platform.Texts;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// What becomes of an upload: its bytes are all there, and then it passes its checks or does not. Each step is
/// one transaction with the event of the case, and may be repeated without harm.
@ApplicationScoped
class FilingDocuments {

    private final Documents documents;
    private final Garbage garbage;
    private final CaseDesk desk;
    private final Mandates mandates;
    private final Clock clock;

    FilingDocuments(Documents documents, Garbage garbage, CaseDesk desk, Mandates mandates, Clock clock) {
        this.documents = documents;
        this.garbage = garbage;
        this.desk = desk;
        this.mandates = mandates;
        this.clock = clock;
    }

    /// All bytes are kept: the document goes from UPLOADING to CHECKING, due for its checks at once. What an agent
    /// brought whose delegation has ended meanwhile is let go.
    @UnitOfWork
    Uni<Void> arrived(UUID id) {
        return step(
                id,
                DocumentState.UPLOADING,
                (found, taskCode) -> allowed(found, taskCode)
                        .chain(allowed -> allowed
                                ? Uni.createFrom().item(Optional.of(arrived(found)))
                                : letGo(found).replaceWith(Optional.empty())));
    }

    /// Whether whoever uploaded it may still do so.
    private Uni<Boolean> allowed(StoredDocument found, String taskCode) {
        return found.delegationId == null
                ? Uni.createFrom().item(true)
                : mandates.stillAllows(found.delegationId, found.uploadedBy, taskCode, DelegatedAction.UPLOAD);
    }

    private DocumentChange arrived(StoredDocument found) {
        found.state = DocumentState.CHECKING;
        found.arrivedAt = clock.instant();
        found.checkAt = clock.instant();
        return DocumentChange.arrived(found.materialId, found.id, found.uploadedBy, found.delegationId);
    }

    private Uni<Void> letGo(StoredDocument found) {
        return garbage.add(found.storageKey).chain(() -> documents.delete(found));
    }

    /// Passed all checks: from CHECKING to READY, and into its slot. The same content is kept once in a case.
    ///
    /// @param sha256 of the bytes as they are kept
    @UnitOfWork
    Uni<Void> passed(UUID id, byte[] sha256) {
        return step(id, DocumentState.CHECKING, (found, _) -> {
            found.state = DocumentState.READY;
            found.sha256 = sha256;
            checked(found);
            return documents
                    .twin(found, sha256)
                    .chain(twin -> twin == null ? Uni.createFrom().voidItem() : share(found, twin))
                    .replaceWith(Optional.of(DocumentChange.ready(found.materialId, id, label(DocumentState.READY))));
        });
    }

    /// Not taken: from CHECKING to REJECTED; its bytes are let go.
    @UnitOfWork
    Uni<Void> refused(UUID id, Rejection why) {
        return step(id, DocumentState.CHECKING, (found, _) -> {
            found.state = DocumentState.REJECTED;
            found.rejection = why;
            checked(found);
            return garbage.add(found.storageKey)
                    .replaceWith(Optional.of(DocumentChange.refused(found.materialId, id, label(why))));
        });
    }

    private Uni<Void> step(
            UUID id, DocumentState from, BiFunction<StoredDocument, String, Uni<Optional<DocumentChange>>> change) {
        return documents
                .caseOf(id)
                .chain(caseId -> caseId == null
                        ? Uni.createFrom().voidItem()
                        : desk.record(
                                caseId,
                                taskCode -> documents
                                        .locked(id)
                                        .chain(found -> found == null || found.state != from
                                                ? Uni.createFrom().item(Optional.empty())
                                                : change.apply(found, taskCode))));
    }

    private Uni<Void> share(StoredDocument found, StoredDocument twin) {
        String own = found.storageKey;
        found.storageKey = twin.storageKey;
        return garbage.add(own);
    }

    private void checked(StoredDocument document) {
        document.checkedAt = clock.instant();
        document.checkAt = null;
    }

    /// The timeline is read by both sides and kept in Chinese.
    private static String label(Enum<?> what) {
        return Texts.label(what, Locale.SIMPLIFIED_CHINESE);
    }
}
