package cn.onenetwork.documents;

import cn.onenetwork.cases.CaseMaterialView;
import cn.onenetwork.cases.TrustGrade;
import cn.onenetwork.identity.Caller;
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

    DocumentView view(Caller caller) {
        byte[] digest = sha256 == null ? announcedSha256 : sha256;
        return new DocumentView(
                id.toString(),
                fileName,
                mediaType,
                Math.toIntExact(size),
                digest == null ? "" : HexFormat.of().formatHex(digest),
                state,
                rejection == null ? null : Texts.label(rejection, caller.locale()),
                TrustGrade.C);
    }
}
