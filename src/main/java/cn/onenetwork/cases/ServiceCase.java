package cn.onenetwork.cases;

import cn.onenetwork.catalogue.CaseKind;
import cn.onenetwork.catalogue.ItemKey;
import cn.onenetwork.catalogue.ItemType;
import cn.onenetwork.catalogue.ResultType;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A case (办件): one application of one applicant for one service item, from the first draft to the archive.
///
/// The applicant fills in a form against the version of the item that is in force when the case is filed; from
/// then on that version is the case's law, whatever becomes of the item. Filing starts the administration's
/// first clock: it has five working days to receive and accept, or to say once and completely what is missing.
/// Acceptance starts the second: the promise of the item, and behind it the statute. A decision stops the
/// clock; what follows it - making the licence, handing it over, completing the case - the system does by
/// itself.
///
/// Every verb asks [CaseLifecycle] and the guards first and returns the one [CaseEvent] that tells what
/// happened. Who may see the case at all is not decided here but in [CaseAccess].
@Entity
@Table(name = "service_case")
public class ServiceCase {

    private static final Set<CaseAction> DECISIONS = Set.of(CaseAction.APPROVE, CaseAction.REJECT);
    private static final Set<String> BY_HAND = Set.of("WINDOW", "EXPRESS");

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @Column(name = "case_no")
    private @Nullable String caseNo;

    @Column(name = "tenant_id")
    private String tenantId;

    private String department;

    @Column(name = "task_code")
    private String taskCode;

    @Column(name = "item_version")
    private int itemVersion;

    @Column(name = "item_name")
    private String itemName;

    private String owner;

    @Column(name = "applicant_id")
    private String applicantId;

    @Column(name = "applicant_kind")
    @Enumerated(EnumType.STRING)
    private AccountKind applicantKind;

    @Column(name = "on_behalf_of")
    private @Nullable String onBehalfOf;

    @Column(name = "two_pairs_of_eyes")
    private boolean twoPairsOfEyes;

    @Enumerated(EnumType.STRING)
    private @Nullable CaseStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private String form = Form.EMPTY.text();

    @Column(name = "last_sequence")
    private int lastSequence;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "receiving_day")
    private @Nullable LocalDate receivingDay;

    @Column(name = "received_at")
    private @Nullable Instant receivedAt;

    @Column(name = "accepted_on")
    private @Nullable LocalDate acceptedOn;

    @Column(name = "accepted_by")
    private @Nullable String acceptedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosureKind closure;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "yellow_on")
    private @Nullable LocalDate yellowOn;

    protected ServiceCase() {}

    /// A case that is only being created: [#saveDraft] makes it a draft.
    ServiceCase(UUID id, Caller applicant, @Nullable Corporation principal, ServiceItem item, Instant now) {
        this.id = id;
        this.owner = Owner.of(applicant, principal).key();
        this.onBehalfOf = principal == null ? null : principal.uscc();
        this.applicantId = applicant.id();
        this.applicantKind = applicant.kind();
        this.createdAt = now;
        this.tenantId = item.tenantId();
        this.department = item.implementerId();
        filedUnder(item);
    }

    /// Why the caller cannot do this now; empty where it can. The list of allowed actions and the verdict of a
    /// mutation are both made of this.
    Optional<Problem> obstacle(CaseAction action, Caller caller) {
        Optional<CaseLifecycle.Move> move = CaseLifecycle.move(status, action.event());
        if (move.isEmpty()) {
            return Optional.of(Problem.of(UserErrorCode.ILLEGAL_TRANSITION, status()));
        }
        if (Collections.disjoint(move.get().roles(), caller.roles())) {
            return Optional.of(Problem.variant(UserErrorCode.FORBIDDEN, "role"));
        }
        return move.get().byApplicant() ? strangersObstacle(caller) : officersObstacle(action, caller);
    }

    private Optional<Problem> strangersObstacle(Caller caller) {
        return Owner.keys(caller).contains(owner)
                ? Optional.empty()
                : Optional.of(Problem.variant(UserErrorCode.FORBIDDEN, "applicant"));
    }

    /// Nobody handles the own application, and who accepts a promised licence does not decide on it (两人四眼).
    private Optional<Problem> officersObstacle(CaseAction action, Caller caller) {
        if (!CaseAccess.worksOn(caller, this)) {
            return Optional.of(Problem.of(UserErrorCode.NOT_FOUND));
        }
        if (caller.id().equals(applicantId)) {
            return Optional.of(Problem.variant(UserErrorCode.FORBIDDEN, "ownCase"));
        }
        return twoPairsOfEyes && DECISIONS.contains(action) && caller.id().equals(acceptedBy)
                ? Optional.of(Problem.variant(UserErrorCode.FORBIDDEN, "twoPairsOfEyes"))
                : Optional.empty();
    }

    List<CaseAction> allowedActions(Caller caller) {
        return CaseLifecycle.actions(status()).stream()
                .filter(action -> obstacle(action, caller).isEmpty())
                .toList();
    }

    CaseEvent saveDraft(Caller applicant, Form answers, Instant now) {
        form = answers.text();
        return move(CaseAction.DRAFT_SAVE, applicant, now, null);
    }

    /// Files the case under the version of the item that is in force, with the receipt clock's due day.
    CaseEvent submit(Caller applicant, ServiceItem item, CaseNumber number, LocalDate receiving, Due due, Instant now) {
        clear(CaseAction.SUBMIT, applicant);
        filedUnder(item);
        caseNo = number.value();
        submittedAt = now;
        receivingDay = receiving;
        due(due);
        return move(CaseAction.SUBMIT, applicant, now, null);
    }

    CaseEvent withdraw(Caller applicant, @Nullable String reason, Instant now) {
        clear(CaseAction.WITHDRAW, applicant);
        due(null);
        close(ClosureKind.VOIDED, now);
        return move(CaseAction.WITHDRAW, applicant, now, reason);
    }

    CaseEvent receive(Caller officer, @Nullable String note, Instant now) {
        clear(CaseAction.RECEIVE, officer);
        receivedAt = now;
        return move(CaseAction.RECEIVE, officer, now, note);
    }

    CaseEvent accept(Caller officer, LocalDate today, Due due, @Nullable String note, Instant now) {
        clear(CaseAction.ACCEPT, officer);
        acceptedOn = today;
        acceptedBy = officer.id();
        due(due);
        return move(CaseAction.ACCEPT, officer, now, note);
    }

    CaseEvent refuse(Caller officer, String grounds, Instant now) {
        clear(CaseAction.REFUSE, officer);
        due(null);
        close(ClosureKind.RETURNED, now);
        return move(CaseAction.REFUSE, officer, now, grounds);
    }

    CaseEvent approve(Caller reviewer, ServiceItem item, @Nullable String note, Instant now) {
        clear(CaseAction.APPROVE, reviewer);
        decided(now);
        closure = item.resultType() == ResultType.LICENCE ? ClosureKind.LICENCE_ISSUED : ClosureKind.CLOSED_OTHER;
        return move(CaseAction.APPROVE, reviewer, now, note);
    }

    CaseEvent reject(Caller reviewer, String grounds, Instant now) {
        clear(CaseAction.REJECT, reviewer);
        decided(now);
        closure = ClosureKind.CLOSED_OTHER;
        return move(CaseAction.REJECT, reviewer, now, grounds);
    }

    CaseEvent deliver(Caller officer, @Nullable String note, Instant now) {
        clear(CaseAction.DELIVER, officer);
        deliveredAt = now;
        return move(CaseAction.DELIVER, officer, now, note);
    }

    /// The next thing that the system does by itself, if there is one.
    Optional<CaseEvent> proceed(ServiceItem item, Instant now) {
        return switch (status()) {
            case ACCEPTED -> Optional.of(bySystem(CaseEventKind.REVIEW_STARTED, now));
            case APPROVED ->
                Optional.of(
                        item.resultType() == ResultType.LICENCE
                                ? bySystem(CaseEventKind.CERTIFICATE_MAKING_STARTED, now)
                                : handOver(now));
            case REJECTED, CERTIFICATE_MAKING -> Optional.of(handOver(now));
            case DELIVERING -> deliveredAt == null ? Optional.empty() : Optional.of(complete(now));
            default -> Optional.empty();
        };
    }

    private CaseEvent handOver(Instant now) {
        return BY_HAND.contains(form().json().getString("deliveryMethod", ""))
                ? bySystem(CaseEventKind.DELIVERY_STARTED, now)
                : complete(now);
    }

    private CaseEvent complete(Instant now) {
        closedAt = now;
        return bySystem(CaseEventKind.COMPLETED, now);
    }

    private void clear(CaseAction action, Caller caller) {
        obstacle(action, caller).ifPresent(problem -> {
            throw problem;
        });
    }

    private void decided(Instant now) {
        decidedAt = now;
        due(null);
    }

    private void close(ClosureKind kind, Instant now) {
        closure = kind;
        closedAt = now;
    }

    private void due(@Nullable Due due) {
        dueOn = due == null ? null : due.on();
        yellowOn = due == null ? null : due.yellowOn();
    }

    private void filedUnder(ServiceItem item) {
        taskCode = item.taskCode();
        itemVersion = item.version();
        itemName = item.name();
        twoPairsOfEyes = item.caseKind() == CaseKind.PROMISED && item.itemType() == ItemType.ADMINISTRATIVE_LICENCE;
    }

    private CaseEvent move(CaseAction action, Caller caller, Instant now, @Nullable String note) {
        clear(action, caller);
        return moved(action.event(), caller.kind(), caller.id(), now, note);
    }

    private CaseEvent bySystem(CaseEventKind kind, Instant now) {
        return moved(kind, AccountKind.SYSTEM, null, now, null);
    }

    private CaseEvent moved(
            CaseEventKind kind, AccountKind actor, @Nullable String actorId, Instant now, @Nullable String note) {
        CaseStatus from = status;
        CaseStatus to = CaseLifecycle.move(from, kind)
                .orElseThrow(() -> new IllegalStateException("No move " + kind + " from " + from))
                .to();
        status = to;
        lastSequence++;
        return new CaseEvent(id, caseNo, lastSequence, kind, from, to, now, actor, actorId, note, dueOn);
    }

    /// What is published of the case, to this caller.
    CaseView view(Caller caller) {
        return new CaseView(
                id.toString(),
                caseNo,
                new CaseView.Reference(id, taskCode, itemVersion, acceptedOn, submittedAt, closedAt, status()),
                status(),
                status().tab(),
                version,
                form().json(),
                itemVersion,
                onBehalfOf,
                lastSequence,
                allowedActions(caller),
                createdAt,
                submittedAt,
                receivedAt,
                acceptedOn,
                decidedAt,
                closedAt,
                closedAt == null ? null : closure);
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

    ItemKey itemKey() {
        return new ItemKey(taskCode, itemVersion);
    }

    Form form() {
        return new Form(form);
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    String onBehalfOf() {
        return onBehalfOf;
    }
}
