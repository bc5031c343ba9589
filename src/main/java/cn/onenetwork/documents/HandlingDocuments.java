package cn.onenetwork.documents;

import cn.onenetwork.cases.CaseAction;
import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.CaseDesk;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.cases.DocumentAction;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What people do with documents that are there: use one again, take one out of a draft, accept it or send it
/// back.
@ApplicationScoped
public class HandlingDocuments {

    private final Documents documents;
    private final Garbage garbage;
    private final CaseDesk desk;
    private final Clock clock;

    HandlingDocuments(Documents documents, Garbage garbage, CaseDesk desk, Clock clock) {
        this.documents = documents;
        this.garbage = garbage;
        this.desk = desk;
        this.clock = clock;
    }

    /// Puts a document of another case of the same owner into a slot, without a new upload. The bytes are shared,
    /// and so is the trust that an officer gave it.
    ///
    /// @throws Problem NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, MATERIAL_INVALID
    @UnitOfWork
    public Uni<CaseView> reuse(Caller caller, CaseCommand command, String materialId, String documentId) {
        return desk.act(
                caller,
                command,
                CaseAction.DOCUMENT_REUSE,
                () -> desk.openSlot(caller, command.caseId(), materialId, CaseAction.DOCUMENT_REUSE)
                        .chain(slot -> documents
                                .reusable(documentId, slot)
                                .map(source -> source.again(slot, caller, clock.instant()))
                                .call(documents::persistAndFlush))
                        .map(copy -> DocumentAction.reuse(materialId, copy.id, copy.trustGrade)));
    }

    /// Takes a document out of a draft; its bytes are let go.
    ///
    /// @throws Problem NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION
    @UnitOfWork
    public Uni<CaseView> remove(Caller caller, CaseCommand command, String documentId) {
        return desk.act(
                caller,
                command,
                CaseAction.DOCUMENT_REMOVE,
                () -> documents
                        .inCase(documentId, command.caseId())
                        .call(found -> garbage.add(found.storageKey))
                        .call(documents::delete)
                        .map(found -> DocumentAction.remove(found.materialId, found.id)));
    }

    /// Accepts a document.
    ///
    /// @param verified whether it was compared with the original: then C becomes B
    /// @throws Problem NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, MATERIAL_INVALID
    @UnitOfWork
    public Uni<CaseView> pass(
            Caller officer, CaseCommand command, String documentId, boolean verified, @Nullable String note) {
        return desk.act(
                officer,
                command,
                CaseAction.DOCUMENT_PASS,
                () -> documents
                        .inCase(documentId, command.caseId())
                        .invoke(found -> found.judged(false, verified))
                        .map(found -> DocumentAction.pass(found.id, verified, note)));
    }

    /// Sends a document back.
    ///
    /// @throws Problem NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, MATERIAL_INVALID
    @UnitOfWork
    public Uni<CaseView> sendBack(Caller officer, CaseCommand command, String documentId, String note) {
        return desk.act(
                officer,
                command,
                CaseAction.DOCUMENT_RETURN,
                () -> documents
                        .inCase(documentId, command.caseId())
                        .invoke(found -> found.judged(true, false))
                        .map(found -> DocumentAction.sendBack(found.id, note)));
    }
}
