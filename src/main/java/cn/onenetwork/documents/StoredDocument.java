package cn.onenetwork.documents;

import cn.onenetwork.cases.CaseMaterialView;
import cn.onenetwork.cases.DocumentReview;
import cn.onenetwork.cases.MaterialSlot;
import cn.onenetwork.cases.OpenSlot;
import cn.onenetwork.cases.TrustGrade;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of a document: what was announced, and how far it is. It decides nothing about its case.
@Entity
@Table(name = "document")
class StoredDocument {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "material_id")
    String materialId;

    String owner;

    @Column(name = "uploaded_by")
    String uploadedBy;

    @Column(name = "delegation_id")
    @Nullable
    UUID delegationId;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "media_type")
    String mediaType;

    long size;

    @Column(name = "announced_sha256")
    byte @Nullable [] announcedSha256;

    @Column(name = "storage_key")
    String storageKey;

    @Enumerated(EnumType.STRING)
    DocumentState state;

    @Enumerated(EnumType.STRING)
    @Nullable
    Rejection rejection;

    byte @Nullable [] sha256;

    @Column(name = "trust_grade")
    @Enumerated(EnumType.STRING)
    TrustGrade trustGrade = TrustGrade.C;

    boolean returned;

    @Column(name = "reused_from")
    @Nullable
    UUID reusedFrom;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "arrived_at")
    @Nullable
    Instant arrivedAt;

    @Column(name = "checked_at")
    @Nullable
    Instant checkedAt;

    @Column(name = "check_at")
    @Nullable
    Instant checkAt;

    int checks;

    protected StoredDocument() {}

    CaseMaterialView.Reference slot() {
        return new CaseMaterialView.Reference(caseId, materialId);
    }

    /// The same file in another case of the same owner.
    StoredDocument again(OpenSlot slot, Caller caller, Instant now) {
        StoredDocument again = new StoredDocument();
        again.id = Ids.next(now);
        again.caseId = slot.caseId();
        again.materialId = slot.material().id();
        again.owner = slot.owner();
        again.uploadedBy = caller.id();
        again.delegationId = slot.delegation();
        again.fileName = fileName;
        again.mediaType = mediaType;
        again.size = size;
        again.storageKey = storageKey;
        again.state = DocumentState.READY;
        again.sha256 = sha256;
        again.trustGrade = trustGrade;
        again.reusedFrom = id;
        again.createdAt = now;
        again.expiresAt = now;
        again.arrivedAt = now;
        again.checkedAt = checkedAt;
        return again;
    }

    /// Whether the slot of another case takes it as it is.
    boolean fits(OpenSlot slot) {
        return slot.material().mediaTypes().contains(mediaType)
                && size <= slot.material().maxBytes();
    }

    /// What an officer made of it.
    void judged(boolean sentBack, boolean verified) {
        returned = sentBack;
        if (verified && trustGrade == TrustGrade.C) {
            trustGrade = TrustGrade.B;
        }
    }

    /// Whether a slot that is shown would take it.
    boolean fits(CaseMaterialView shown) {
        return !caseId.equals(shown.reference().caseId())
                && shown.material().mediaTypes().contains(mediaType)
                && size <= shown.material().maxBytes();
    }

    /// As it is published where no officer has seen it.
    DocumentView view(Caller caller) {
        return view(DocumentReview.PENDING, null, caller);
    }

    /// As it is published, with what the officers of its case said.
    DocumentView view(MaterialSlot slot, Caller caller) {
        return slot.document(id)
                .map(filed -> view(filed.review(), filed.note(), caller))
                .orElseGet(() -> view(caller));
    }

    private DocumentView view(DocumentReview review, @Nullable String note, Caller caller) {
        byte[] digest = sha256 == null ? announcedSha256 : sha256;
        return new DocumentView(
                id.toString(),
                fileName,
                mediaType,
                Math.toIntExact(size),
                digest == null ? "" : HexFormat.of().formatHex(digest),
                state,
                rejection,
                rejection == null ? null : Texts.label(rejection, caller.locale()),
                trustGrade,
                review,
                note,
                createdAt);
    }
}
