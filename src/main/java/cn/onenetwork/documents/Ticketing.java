package cn.onenetwork.documents;

import cn.onenetwork.cases.CaseAction;
import cn.onenetwork.cases.CaseDesk;
import cn.onenetwork.cases.OpenSlot;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Gives tickets for uploads: one for each file, for who may put it there, within what the item and the quotas
/// allow.
@ApplicationScoped
public class Ticketing {

    private static final int MEBIBYTE = 1_048_576;

    private final Documents documents;
    private final CaseDesk desk;
    private final IdempotencyKeys keys;
    private final DocumentsConfig config;
    private final PublicAddress address;
    private final Clock clock;

    Ticketing(
            Documents documents,
            CaseDesk desk,
            IdempotencyKeys keys,
            DocumentsConfig config,
            PublicAddress address,
            Clock clock) {
        this.documents = documents;
        this.desk = desk;
        this.keys = keys;
        this.config = config;
        this.address = address;
        this.clock = clock;
    }

    /// A ticket for the announced file; the same one for the same key.
    ///
    /// @throws Problem NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, MEDIA_TYPE_NOT_ALLOWED, FILE_TOO_LARGE,
    ///     MATERIAL_INVALID, IDEMPOTENCY_CONFLICT
    @UnitOfWork
    public Uni<DocumentUpload> announce(Caller caller, String idempotencyKey, Announcement announced) {
        caller.require(Role.CITIZEN);
        return keys.once(
                        IdempotencyKeys.Key.of(
                                caller.id(), "documentUploadCreate", idempotencyKey, announced, caller.locale()),
                        () -> ticket(caller, announced),
                        document -> document.id,
                        id -> documents.require(id))
                .map(document -> upload(document, caller));
    }

    private Uni<StoredDocument> ticket(Caller caller, Announcement announced) {
        return desk.openSlot(caller, announced.caseId(), announced.materialId(), CaseAction.DOCUMENT_UPLOAD)
                .invoke(slot -> checkFile(slot, announced))
                .call(slot -> documents.ofCase(slot.caseId()).invoke(others -> checkRoom(slot, announced, others)))
                .chain(slot -> documents.persistAndFlush(document(caller, slot, announced)));
    }

    private static void checkFile(OpenSlot slot, Announcement announced) {
        if (!slot.material().mediaTypes().contains(announced.mediaType())) {
            throw Problem.variant(
                            UserErrorCode.MEDIA_TYPE_NOT_ALLOWED,
                            "allowed",
                            String.join(", ", slot.material().mediaTypes()))
                    .at("mediaType");
        }
        if (announced.size() < 1) {
            throw Problem.variant(UserErrorCode.MATERIAL_INVALID, "empty").at("size");
        }
        if (announced.size() > slot.material().maxBytes()) {
            throw Problem.variant(
                            UserErrorCode.FILE_TOO_LARGE,
                            "limit",
                            slot.material().maxBytes() / MEBIBYTE)
                    .at("size");
        }
    }

    private void checkRoom(OpenSlot slot, Announcement announced, List<StoredDocument> others) {
        String name = FileName.of(announced.fileName());
        List<StoredDocument> beside = others.stream()
                .filter(other -> other.materialId.equals(slot.material().id()))
                .filter(other -> other.state != DocumentState.REJECTED)
                .toList();
        if (beside.stream().anyMatch(other -> other.fileName.equals(name))) {
            throw Problem.variant(UserErrorCode.MATERIAL_INVALID, "duplicateName")
                    .at("fileName");
        }
        if (beside.size() >= config.maxPerSlot()) {
            throw Problem.variant(UserErrorCode.MATERIAL_INVALID, "tooMany", config.maxPerSlot())
                    .at("materialId");
        }
        long most = config.maxPerCase().asLongValue();
        long sum = others.stream()
                .filter(other -> other.state != DocumentState.REJECTED)
                .mapToLong(other -> other.size)
                .sum();
        if (sum + announced.size() > most) {
            throw Problem.variant(UserErrorCode.MATERIAL_INVALID, "quota", most / MEBIBYTE)
                    .at("size");
        }
    }

    private StoredDocument document(Caller caller, OpenSlot slot, Announcement announced) {
        Instant now = clock.instant();
        StoredDocument document = new StoredDocument();
        document.id = Ids.next(now);
        document.caseId = slot.caseId();
        document.materialId = slot.material().id();
        document.owner = slot.owner();
        document.uploadedBy = caller.id();
        document.delegationId = slot.delegation();
        document.fileName = FileName.of(announced.fileName());
        document.mediaType = announced.mediaType();
        document.size = announced.size();
        document.announcedSha256 = announced.digest();
        document.storageKey = StorageKey.next();
        document.state = DocumentState.UPLOADING;
        document.createdAt = now;
        document.expiresAt = now.plus(config.uploadsExpireAfter());
        return document;
    }

    private DocumentUpload upload(StoredDocument document, Caller caller) {
        UUID id = document.id;
        return new DocumentUpload(
                id.toString(),
                address.of("/uploads/" + id),
                document.expiresAt,
                Math.toIntExact(document.size),
                document.view(caller));
    }
}
