package cn.onenetwork.cases;

import cn.onenetwork.identity.AccountKind;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A row of the journal. It is written once and never changed; the serving role could not.
@Entity
@Immutable
@Table(name = "case_event")
class JournalEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "recorded_xid", insertable = false, updatable = false)
    @Nullable
    Long recordedXid;

    @Column(name = "settled_xid", insertable = false, updatable = false)
    @Nullable
    Long settledXid;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "case_no")
    @Nullable
    String caseNo;

    int sequence;

    @Enumerated(EnumType.STRING)
    CaseEventKind kind;

    @Column(name = "from_status")
    @Enumerated(EnumType.STRING)
    @Nullable
    CaseStatus from;

    @Column(name = "to_status")
    @Enumerated(EnumType.STRING)
    CaseStatus to;

    Instant at;

    @Enumerated(EnumType.STRING)
    AccountKind actor;

    @Column(name = "actor_id")
    @Nullable
    String actorId;

    @Nullable
    String note;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    ClockEffect clock;

    @Column(name = "prev_hash")
    byte @Nullable [] prevHash;

    byte @Nullable [] hash;

    @Nullable
    String principal;

    @Column(name = "delegation_id")
    @Nullable
    UUID delegationId;

    /// Null where the event issues no voucher, and for events from before there were digests.
    @Column(name = "voucher_digest")
    byte @Nullable [] voucherDigest;

    protected JournalEntry() {}

    static JournalEntry of(CaseEvent event) {
        JournalEntry entry = new JournalEntry();
        entry.caseId = event.caseId();
        entry.caseNo = event.caseNo();
        entry.sequence = event.sequence();
        entry.kind = event.kind();
        entry.from = event.from();
        entry.to = event.to();
        entry.at = event.at();
        entry.actor = event.actor();
        entry.actorId = event.actorId();
        entry.note = event.note();
        entry.dueOn = event.dueOn();
        entry.clock = event.clock();
        entry.prevHash = event.previousHash();
        entry.hash = event.hash();
        entry.principal = event.principal();
        entry.delegationId = event.delegation();
        entry.voucherDigest = VoucherDigest.of(event.vouchers());
        return entry;
    }

    /// The hash that the row should have.
    byte[] reckonedHash() {
        return JournalHash.of(prevHash, event(), voucherDigest);
    }

    private CaseEvent event() {
        return new CaseEvent(
                caseId,
                caseNo,
                sequence,
                kind,
                from,
                to,
                at,
                actor,
                actorId,
                note,
                dueOn,
                clock,
                prevHash,
                principal,
                delegationId,
                JsonValue.EMPTY_JSON_OBJECT,
                List.of());
    }
}
