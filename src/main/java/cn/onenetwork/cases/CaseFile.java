package cn.onenetwork.cases;

import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The file of a case (卷宗): which documents fill its slots, and what the officers said of each.
///
/// Bytes, types and malware are the business of the room of documents; here a document is an id in a slot.
@MappedSuperclass
abstract class CaseFile extends CaseCourse {

    protected CaseFile() {}

    CaseFile(UUID id, Caller actor, Capacity capacity, ServiceItem item, Instant now) {
        super(id, actor, capacity, item, now);
    }

    /// The slot into which this caller may put a document now.
    ///
    /// @throws Problem NOT_FOUND where the item asks for no such material, or why nothing may be put there
    OpenSlot openSlot(Caller applicant, String materialId, CaseAction action, Moment moment) {
        clear(action, applicant, moment);
        RequiredMaterial material = moment.item()
                .material(materialId)
                .orElseThrow(() -> Problem.of(UserErrorCode.NOT_FOUND).at("materialId"));
        boolean applicantsTurn = status == CaseStatus.DRAFT || answerBy != null;
        if (!applicantsTurn && !Deferral.open(materials().slot(materialId))) {
            throw Problem.of(UserErrorCode.ILLEGAL_TRANSITION, status()).at("materialId");
        }
        return new OpenSlot(
                id, owner, material, applicant, actor(action, applicant).delegation());
    }

    /// All bytes of an upload are there. Empty where the case has gone on without it.
    ///
    /// @param delegation by which the uploader acted; null where the token gave the right
    Optional<CaseEvent> documentArrived(
            String materialId, UUID document, String uploader, @Nullable UUID delegation, Moment moment) {
        if (CaseLifecycle.move(status, CaseEventKind.DOCUMENT_UPLOADED).isEmpty()) {
            return Optional.empty();
        }
        change(materialId, slot -> slot.arrived(document));
        return Optional.of(moved(
                CaseEventKind.DOCUMENT_UPLOADED,
                new Actor(applicantKind, uploader, owner, delegation),
                moment,
                Word.note(name(materialId, moment))));
    }

    /// A document passed its checks and fills its slot. Empty where the case has gone on without it.
    Optional<CaseEvent> documentReady(String materialId, UUID document, String told, Moment moment) {
        return checked(materialId, slot -> slot.filled(document, TrustGrade.C), told, moment);
    }

    /// A document did not pass its checks. Empty where the case has gone on without it.
    Optional<CaseEvent> documentRefused(String materialId, UUID document, String told, Moment moment) {
        return checked(materialId, slot -> slot.without(document), told, moment);
    }

    private Optional<CaseEvent> checked(
            String materialId, UnaryOperator<MaterialSlot> how, String told, Moment moment) {
        if (CaseLifecycle.move(status, CaseEventKind.DOCUMENT_CHANGED).isEmpty()) {
            return Optional.empty();
        }
        change(materialId, how);
        Word word = Word.note(name(materialId, moment) + "：" + told);
        return Optional.of(moved(CaseEventKind.DOCUMENT_CHANGED, Actor.SYSTEM, moment, word));
    }

    /// A document that was READY in another case fills a slot here too, with the trust it earned there.
    CaseEvent documentReused(Caller applicant, String materialId, UUID document, TrustGrade grade, Moment moment) {
        OpenSlot slot = openSlot(applicant, materialId, CaseAction.DOCUMENT_REUSE, moment);
        change(materialId, filled -> filled.filled(document, grade));
        return moved(
                CaseAction.DOCUMENT_REUSE,
                applicant,
                moment,
                Word.note(slot.material().name()));
    }

    /// A document is taken out of the draft, whatever became of it.
    CaseEvent documentRemoved(Caller applicant, String materialId, UUID document, Moment moment) {
        clear(CaseAction.DOCUMENT_REMOVE, applicant, moment);
        change(materialId, slot -> slot.without(document));
        return moved(CaseAction.DOCUMENT_REMOVE, applicant, moment, Word.note(name(materialId, moment)));
    }

    /// @param verified whether the officer compared it with the original: then C becomes B (国办函〔2016〕108号)
    CaseEvent documentPassed(Caller officer, UUID document, boolean verified, @Nullable String note, Moment moment) {
        return reviewed(
                CaseAction.DOCUMENT_PASS,
                officer,
                document,
                one -> one.reviewed(
                        DocumentReview.PASSED,
                        verified && one.trustGrade() == TrustGrade.C ? TrustGrade.B : one.trustGrade(),
                        note),
                note,
                moment);
    }

    /// Sent back alone: the applicant sees it at once, and the next notice of what is missing lists it.
    CaseEvent documentReturned(Caller officer, UUID document, String note, Moment moment) {
        return reviewed(
                CaseAction.DOCUMENT_RETURN,
                officer,
                document,
                one -> one.reviewed(DocumentReview.RETURNED, one.trustGrade(), note),
                note,
                moment);
    }

    private CaseEvent reviewed(
            CaseAction action,
            Caller officer,
            UUID document,
            UnaryOperator<FiledDocument> said,
            @Nullable String note,
            Moment moment) {
        clear(action, officer, moment);
        String materialId = slotOf(document);
        if (materials()
                .slot(materialId)
                .document(document)
                .filter(FiledDocument::counts)
                .isEmpty()) {
            throw Problem.variant(UserErrorCode.MATERIAL_INVALID, "notReady").at("documentId");
        }
        change(materialId, slot -> slot.reviewed(document, said));
        String name = name(materialId, moment);
        return moved(action, officer, moment, Word.note(note == null ? name : name + "：" + note));
    }

    /// The slots as they are filed: what is there, what others have, and what is promised.
    void handIn(CaseMaterials filed) {
        materials = filed.text();
    }

    final void change(String materialId, UnaryOperator<MaterialSlot> how) {
        materials = materials().change(materialId, how).text();
    }

    final void clear(CaseAction action, Caller caller, Moment moment) {
        CaseGuards.obstacle(this, action, caller, moment.now()).ifPresent(problem -> {
            throw problem;
        });
    }

    final CaseEvent moved(CaseAction action, Caller caller, Moment moment, Word word) {
        return moved(action.event(), actor(action, caller), moment, word);
    }

    private Actor actor(CaseAction action, Caller caller) {
        return action.byApplicant()
                ? Capacity.in(this, caller, CaseAccess.delegated(action))
                        .map(capacity -> new Actor(caller.kind(), caller.id(), capacity.owner(), capacity.delegation()))
                        .orElseThrow()
                : new Actor(caller.kind(), caller.id(), null, null);
    }

    private String slotOf(UUID document) {
        return materials()
                .materialOf(document)
                .orElseThrow(() -> Problem.of(UserErrorCode.NOT_FOUND).at("documentId"));
    }

    private static String name(String materialId, Moment moment) {
        return moment.item().material(materialId).map(RequiredMaterial::name).orElse("");
    }
}
