package cn.onenetwork.cases;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Corporation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A row of the access log.
@Entity
@Immutable
@Table(name = "access_log")
class AccessRecord {

    @Id
    UUID id;

    Instant at;

    String actor;

    @Column(name = "actor_kind")
    @Enumerated(EnumType.STRING)
    AccountKind actorKind;

    @Column(name = "on_behalf_of")
    @Nullable
    String onBehalfOf;

    @Column(name = "tenant_id")
    @Nullable
    String tenantId;

    @Nullable
    String department;

    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    Access.Kind kind;

    String purpose;

    @Column(name = "document_id")
    @Nullable
    UUID documentId;

    @Nullable
    String ticket;

    @Column(name = "bytes_from")
    @Nullable
    Long bytesFrom;

    @Column(name = "bytes_to")
    @Nullable
    Long bytesTo;

    boolean watermarked;

    protected AccessRecord() {}

    AccessRecord(UUID id, Instant at, Access access) {
        this.id = id;
        this.at = at;
        this.actor = access.caller().id();
        this.actorKind = access.caller().kind();
        Corporation corporation = access.caller().corporation();
        this.onBehalfOf = corporation == null ? null : corporation.uscc();
        this.tenantId = access.caller().tenant();
        this.department = access.caller().department();
        this.caseId = access.caseId();
        this.kind = access.kind();
        this.purpose = access.purpose();
        Access.File file = access.file();
        if (file != null) {
            this.documentId = file.documentId();
            this.ticket = file.ticket();
            this.bytesFrom = file.from();
            this.bytesTo = file.to();
            this.watermarked = file.watermarked();
        }
    }
}
