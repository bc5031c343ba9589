package cn.onenetwork.documents;

import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/// What becomes of an upload: its bytes are all there, and then it passes its checks or does not. Each step is
/// one transaction with the event of the case, and may be repeated without harm.
@ApplicationScoped
class FilingDocuments {

    private final Documents documents;
    private final Clock clock;

    FilingDocuments(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /// All bytes are kept: the document goes from UPLOADING to CHECKING, due for its checks at once.
    @UnitOfWork
    Uni<Void> arrived(UUID id) {
        return documents
                .locked(id)
                .invoke(found -> {
                    if (found != null && found.state == DocumentState.UPLOADING) {
                        found.state = DocumentState.CHECKING;
                        found.arrivedAt = clock.instant();
                        found.checkAt = clock.instant();
                    }
                })
                .replaceWithVoid();
    }

    /// Passed all checks: from CHECKING to READY, and into its slot.
    ///
    /// @param sha256 of the bytes as they are kept
    @UnitOfWork
    Uni<Void> passed(UUID id, byte[] sha256) {
        return documents
                .locked(id)
                .invoke(found -> {
                    if (found != null && found.state == DocumentState.CHECKING) {
                        found.state = DocumentState.READY;
                        found.sha256 = sha256;
                        checked(found);
                    }
                })
                .replaceWithVoid();
    }

    /// Not taken: from CHECKING to REJECTED; its bytes are let go.
    @UnitOfWork
    Uni<Void> refused(UUID id, Rejection why) {
        return documents
                .locked(id)
                .invoke(found -> {
                    if (found != null && found.state == DocumentState.CHECKING) {
                        found.state = DocumentState.REJECTED;
                        found.rejection = why;
                        checked(found);
                    }
                })
                .replaceWithVoid();
    }

    private void checked(StoredDocument document) {
        document.checkedAt = clock.instant();
        document.checkAt = null;
    }
}
