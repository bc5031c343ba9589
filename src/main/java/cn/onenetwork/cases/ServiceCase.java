package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case (办件): one application of one applicant for one service item, from the first draft to the archive.
///
/// The applicant fills in a form against the version of the item that is in force when the case is filed; from
/// then on that version is the case's law, whatever becomes of the item. Filing starts the administration's
/// first clock: it has five working days to receive and accept, or to say once and completely what is missing;
/// if it says nothing, the law deems the case accepted. Acceptance starts the second clock: the promise of the
/// item, and behind it the statute; special procedures stop it, an extension lengthens it once. A decision ends
/// it and starts that of delivery; what follows - making the licence, handing it over, completing the case,
/// filing it away - the system does by itself.
///
/// Every verb asks [CaseLifecycle] and [CaseGuards] first and returns the one [CaseEvent] that tells what
/// happened. Who may see the case at all is not decided here but in [CaseAccess].
@Entity
@Table(name = "service_case")
public class ServiceCase extends CaseFile {

    private static final int EXTENSION = 10;
    private static final int JOINT_EXTENSION = 15;

    protected ServiceCase() {}

    /// A case that is only being created: [#saveDraft] makes it a draft.
    ServiceCase(UUID id, Caller actor, Capacity capacity, ServiceItem item, Instant now) {
        super(id, actor, capacity, item, now);
    }

    /// Why the caller cannot do this now; empty where it can.
    Optional<Problem> obstacle(CaseAction action, Caller caller, Instant now) {
        return CaseGuards.obstacle(this, action, caller, now);
    }

    List<CaseAction> allowedActions(Caller caller, Instant now) {
        return CaseLifecycle.actions(status()).stream()
                .filter(action -> obstacle(action, caller, now).isEmpty())
                .toList();
    }

    CaseEvent saveDraft(Caller applicant, SealedForm answers, Moment moment) {
        if (status != null) {
            clear(CaseAction.DRAFT_SAVE, applicant, moment);
        }
        fill(answers);
        return moved(CaseAction.DRAFT_SAVE, applicant, moment, Word.NONE);
    }

    /// Files the case, under the version of the item that is in force. Filed again after a return, it keeps its
    /// number.
    CaseEvent submit(Caller applicant, CaseNumber number, Moment moment) {
        clear(CaseAction.SUBMIT, applicant, moment);
        Materials.requireAnswered(moment.item(), materials());
        filedUnder(moment.item());
        caseNo = caseNo == null ? number.value() : caseNo;
        submittedAt = moment.now();
        receivingDay = moment.clock().receivingDay(moment.now());
        answered();
        return moved(CaseAction.SUBMIT, applicant, moment, Word.NONE);
    }

    CaseEvent withdraw(Caller applicant, @Nullable String reason, Moment moment) {
        clear(CaseAction.WITHDRAW, applicant, moment);
        close(ClosureKind.VOIDED, moment);
        return moved(CaseAction.WITHDRAW, applicant, moment, Word.note(reason));
    }

    CaseEvent supplement(Caller applicant, SealedForm answers, @Nullable String note, Moment moment) {
        clear(CaseAction.SUPPLEMENT, applicant, moment);
        Materials.requireAnswered(moment.item(), materials());
        fill(answers);
        answered();
        if (status == CaseStatus.SUPPLEMENT_REQUIRED) {
            times = times().receiptResumed(moment.today()).text();
        }
        return moved(CaseAction.SUPPLEMENT, applicant, moment, Word.note(note));
    }

    /// Answers that were wrong are right now (Personal Information Protection Law art. 46). What they say
    /// is not told.
    CaseEvent correct(Caller officer, SealedForm answers, Moment moment) {
        fill(answers);
        return moved(CaseEventKind.CORRECTED, new Actor(officer.kind(), officer.id(), null, null), moment, Word.NONE);
    }

    /// 预审退回: sent back before receipt, with one complete list.
    CaseEvent sendBack(
            Caller officer, List<SupplementNotice.Item> items, @Nullable LocalDate day, Word word, Moment moment) {
        clear(CaseAction.RETURN, officer, moment);
        SupplementNotice notice = notice(items, day, moment.clock().rules().returned(), moment);
        return moved(CaseAction.RETURN, officer, moment, word.with(notice.json()));
    }

    CaseEvent requireSupplement(
            Caller officer, List<SupplementNotice.Item> items, @Nullable LocalDate day, Word word, Moment moment) {
        clear(CaseAction.REQUIRE_SUPPLEMENT, officer, moment);
        SupplementNotice notice = notice(items, day, moment.clock().rules().supplement(), moment);
        if (status == CaseStatus.RECEIVED) {
            times = times().receiptPaused(moment.today()).text();
        }
        return moved(CaseAction.REQUIRE_SUPPLEMENT, officer, moment, word.with(notice.json()));
    }

    CaseEvent receive(Caller officer, Word word, Moment moment) {
        clear(CaseAction.RECEIVE, officer, moment);
        receivedAt = moment.now();
        return moved(CaseAction.RECEIVE, officer, moment, word);
    }

    CaseEvent accept(Caller officer, Word word, Moment moment) {
        clear(CaseAction.ACCEPT, officer, moment);
        acceptedBy = officer.id();
        Word notice = accepted(moment.today(), moment);
        return moved(CaseAction.ACCEPT, officer, moment, word.with(notice.content()));
    }

    CaseEvent refuse(Caller officer, Word grounds, Moment moment) {
        clear(CaseAction.REFUSE, officer, moment);
        close(ClosureKind.RETURNED, moment);
        return moved(CaseAction.REFUSE, officer, moment, grounds);
    }

    CaseEvent suspend(Caller reviewer, Word procedure, Moment moment) {
        clear(CaseAction.SUSPEND, reviewer, moment);
        times = times().decisionPaused(moment.today()).text();
        return moved(CaseAction.SUSPEND, reviewer, moment, procedure);
    }

    CaseEvent resume(Caller reviewer, Word word, Moment moment) {
        clear(CaseAction.RESUME, reviewer, moment);
        times = times().decisionResumed(moment.today()).text();
        return moved(CaseAction.RESUME, reviewer, moment, word);
    }

    /// 延期: ten working days, fifteen where several bodies handle it together (Administrative Licensing Law
    /// art. 42).
    CaseEvent extend(Caller supervisor, Word reasons, Moment moment) {
        clear(CaseAction.EXTEND, supervisor, moment);
        int workdays = moment.item().jointDepartments().isEmpty() ? EXTENSION : JOINT_EXTENSION;
        times = times().extended(workdays).text();
        Word told = reasons.with(
                JSON.createObjectBuilder().add("extensionWorkdays", workdays).build());
        return moved(CaseAction.EXTEND, supervisor, moment, told);
    }

    CaseEvent approve(Caller reviewer, Word word, Moment moment) {
        clear(CaseAction.APPROVE, reviewer, moment);
        approved(moment);
        return moved(CaseAction.APPROVE, reviewer, moment, word);
    }

    CaseEvent reject(Caller reviewer, Word grounds, Moment moment) {
        clear(CaseAction.REJECT, reviewer, moment);
        decidedAt = moment.now();
        closure = ClosureKind.CLOSED_OTHER;
        return moved(CaseAction.REJECT, reviewer, moment, grounds);
    }

    CaseEvent terminate(Caller supervisor, Word reasons, Moment moment) {
        clear(CaseAction.TERMINATE, supervisor, moment);
        close(ClosureKind.CLOSED_OTHER, moment);
        return moved(CaseAction.TERMINATE, supervisor, moment, reasons);
    }

    CaseEvent deliver(Caller officer, Word word, Moment moment) {
        clear(CaseAction.DELIVER, officer, moment);
        deliveredAt = moment.now();
        return moved(CaseAction.DELIVER, officer, moment, word);
    }

    CaseEvent claim(Caller officer, Moment moment) {
        clear(CaseAction.CLAIM, officer, moment);
        claimedBy = officer.id();
        claimedUntil = moment.now().plus(CaseRules.CLAIM);
        return moved(CaseAction.CLAIM, officer, moment, Word.NONE);
    }

    CaseEvent release(Caller officer, Moment moment) {
        clear(CaseAction.RELEASE, officer, moment);
        unclaimed();
        return moved(CaseAction.RELEASE, officer, moment, Word.NONE);
    }

    private SupplementNotice notice(
            List<SupplementNotice.Item> items, @Nullable LocalDate day, Limit limit, Moment moment) {
        LocalDate earliest = moment.clock().answerBy(moment.today(), limit);
        LocalDate latest = earliest.plusYears(1);
        if (day != null && (day.isBefore(earliest) || day.isAfter(latest))) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "answerBy", earliest.toString(), latest.toString())
                    .at("answerBy");
        }
        List<SupplementNotice.Item> complete =
                Materials.withReturned(Materials.known(moment.item(), items), materials());
        SupplementNotice notice = new SupplementNotice(complete, day == null ? earliest : day, notices > 0);
        supplement = notice.json().toString();
        materials = Materials.asked(materials(), complete).text();
        answerBy = notice.answerBy();
        notices++;
        return notice;
    }

    /// What is published of the case, to this caller.
    CaseView view(Caller caller, Instant now) {
        return CaseView.of(this, caller, now);
    }
}
