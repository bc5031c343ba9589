package cn.onenetwork.cases;

import cn.onenetwork.identity.AccountKind;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A row of the journal, to be read: [CaseJournal] writes all of a change at once, and nobody changes
/// them; the serving role could not.
@Entity
@Immutable
@Table(name = "case_event")
class JournalEntry {

    @Id
    @Nullable
    Long id;

    @Column(name = "recorded_xid")
    @Nullable
    Long recordedXid;

    @Column(name = "settled_xid")
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
