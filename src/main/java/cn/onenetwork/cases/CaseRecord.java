package cn.onenetwork.cases;

import cn.onenetwork.catalogue.CaseKind;
import cn.onenetwork.catalogue.ItemKey;
import cn.onenetwork.catalogue.ItemType;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The row of a case: what is remembered of it. It decides nothing; [ServiceCase] does.
@MappedSuperclass
abstract class CaseRecord {

    @Id
    UUID id;

    @Version
    int version = 1;

    @Column(name = "case_no")
    @Nullable
    String caseNo;

    @Column(name = "tenant_id")
    String tenantId;

    String department;

    @Column(name = "task_code")
    String taskCode;

    @Column(name = "item_version")
    int itemVersion;

    @Column(name = "item_name")
    String itemName;

    String owner;

    @Column(name = "applicant_id")
    String applicantId;

    @Column(name = "applicant_kind")
    @Enumerated(EnumType.STRING)
    AccountKind applicantKind;

    @Column(name = "on_behalf_of")
    @Nullable
    String onBehalfOf;

    @Column(name = "two_pairs_of_eyes")
    boolean twoPairsOfEyes;

    @Enumerated(EnumType.STRING)
    @Nullable
    CaseStatus status;

    /// As it was kept before forms were sealed, see [SealedForm].
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String form;

    @Column(name = "form_sealed")
    byte @Nullable [] formSealed;

    @Column(name = "form_key")
    @Nullable
    String formKey;

    /// How the result is wanted, as the form says.
    @Nullable
    String delivery;

    @Column(name = "last_sequence")
    int lastSequence;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "submitted_at")
    @Nullable
    Instant submittedAt;

    @Column(name = "receiving_day")
    @Nullable
    LocalDate receivingDay;

    @Column(name = "received_at")
    @Nullable
    Instant receivedAt;

    @Column(name = "accepted_on")
    @Nullable
    LocalDate acceptedOn;

    @Column(name = "accepted_by")
    @Nullable
    String acceptedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "delivered_at")
    @Nullable
    Instant deliveredAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    ClosureKind closure;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "yellow_on")
    @Nullable
    LocalDate yellowOn;

    /// Pauses and extension, see [CaseTimes].
    @JdbcTypeCode(SqlTypes.JSON)
    String times = CaseTimes.NONE.text();

    /// The open notice, see [SupplementNotice].
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String supplement;

    /// What fills the slots, see [CaseMaterials].
    @JdbcTypeCode(SqlTypes.JSON)
    String materials = CaseMaterials.NONE.text();

    int notices;

    @Column(name = "answer_by")
    @Nullable
    LocalDate answerBy;

    @Enumerated(EnumType.STRING)
    Warned warned = Warned.NOTHING;

    @Column(name = "wake_on")
    @Nullable
    LocalDate wakeOn;

    boolean provisional;

    @Column(name = "claimed_by")
    @Nullable
    String claimedBy;

    @Column(name = "claimed_until")
    @Nullable
    Instant claimedUntil;

    @Column(name = "head_hash")
    byte @Nullable [] headHash;

    protected CaseRecord() {}

    CaseRecord(UUID id, Caller actor, Capacity capacity, ServiceItem item, Instant now) {
        this.id = id;
        this.owner = capacity.owner();
        this.onBehalfOf =
                capacity.corporation() == null ? null : capacity.corporation().uscc();
        this.applicantId = actor.id();
        this.applicantKind = actor.kind();
        this.createdAt = now;
        this.tenantId = item.tenantId();
        this.department = item.implementerId();
        filedUnder(item);
    }

    /// The version of the item that is the case's law.
    final void filedUnder(ServiceItem item) {
        this.taskCode = item.taskCode();
        this.itemVersion = item.version();
        this.itemName = item.name();
        this.twoPairsOfEyes =
                item.caseKind() == CaseKind.PROMISED && item.itemType() == ItemType.ADMINISTRATIVE_LICENCE;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    CaseStatus status() {
        return Objects.requireNonNull(status, "a case that is only being created");
    }

    String owner() {
        return owner;
    }

    String tenantId() {
        return tenantId;
    }

    @Nullable
    String caseNo() {
        return caseNo;
    }

    ItemKey itemKey() {
        return new ItemKey(taskCode, itemVersion);
    }

    SealedForm sealedForm() {
        return new SealedForm(formSealed, formKey, form, delivery);
    }

    final void fill(SealedForm answers) {
        this.form = answers.plain();
        this.formSealed = answers.sealed();
        this.formKey = answers.key();
        this.delivery = answers.delivery();
    }

    CaseTimes times() {
        return CaseTimes.parse(times);
    }

    CaseMaterials materials() {
        return CaseMaterials.parse(materials);
    }

    @Nullable
    SupplementNotice openNotice() {
        return supplement == null ? null : SupplementNotice.parse(supplement);
    }

    /// Whether somebody keeps it now.
    boolean claimed(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate wakeOn() {
        return wakeOn;
    }

    @Nullable
    String onBehalfOf() {
        return onBehalfOf;
    }
}
