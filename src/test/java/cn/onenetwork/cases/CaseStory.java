package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.testing.CallerFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What happens to one case in the course of time, told in a test: people act, days pass, the system goes on.
///
/// Every day begins at ten, Shanghai time.
final class CaseStory {

    private final ServiceItem item;
    private final ServiceCase one;
    private final List<CaseEvent> events = new ArrayList<>();
    private Moment moment;

    private CaseStory(ServiceItem item, LocalDate day) {
        this.item = item;
        this.moment = ServiceCaseFixture.on(day, item);
        Caller applicant = CallerFixture.enterprise();
        this.one = new ServiceCase(
                Ids.next(moment.now()),
                applicant,
                Capacity.own(applicant, applicant.corporation()),
                item,
                moment.now());
    }

    static CaseStory draft(ServiceItem item, Form form, LocalDate day) {
        return new CaseStory(item, day)
                .then((one, now) ->
                        one.saveDraft(CallerFixture.enterprise(), ServiceCaseFixture.sealed(one, form), now));
    }

    static CaseStory submitted(ServiceItem item, LocalDate day) {
        return draft(item, Form.EMPTY, day).submitted();
    }

    CaseStory submitted() {
        return then((found, now) -> found.submit(CallerFixture.enterprise(), ServiceCaseFixture.NUMBER, now));
    }

    /// All bytes of a document are there.
    CaseStory arrived(String materialId, UUID document) {
        return then((found, now) -> found.documentArrived(materialId, document, found.applicantId, null, now)
                .orElseThrow());
    }

    /// A document was uploaded and passed its checks.
    CaseStory filled(String materialId, UUID document) {
        return arrived(materialId, document)
                .then((found, now) ->
                        found.documentReady(materialId, document, "-", now).orElseThrow());
    }

    /// The applicant promises to hand a material in later.
    CaseStory promised(String materialId) {
        one.handIn(
                one.materials().change(materialId, slot -> slot.undertaken(Undertaking.of(Undertaking.Kind.DEFERRED))));
        return this;
    }

    CaseStory received() {
        return then((found, now) -> found.receive(CallerFixture.officer(), Word.NONE, now));
    }

    CaseStory accepted() {
        return then((found, now) -> found.accept(CallerFixture.officer(), Word.NONE, now));
    }

    CaseStory supplementRequired() {
        Caller officer = one.status() == CaseStatus.RECEIVED ? CallerFixture.officer() : CallerFixture.reviewer();
        return then((found, now) -> found.requireSupplement(officer, ServiceCaseFixture.MISSING, null, Word.NONE, now));
    }

    CaseStory supplemented() {
        return then((found, now) -> found.supplement(CallerFixture.enterprise(), found.sealedForm(), null, now));
    }

    CaseStory returned() {
        return then((found, now) ->
                found.sendBack(CallerFixture.officer(), ServiceCaseFixture.MISSING, null, Word.NONE, now));
    }

    CaseStory suspended() {
        return then((found, now) -> found.suspend(CallerFixture.reviewer(), Word.NONE, now));
    }

    CaseStory resumed() {
        return then((found, now) -> found.resume(CallerFixture.reviewer(), Word.NONE, now));
    }

    CaseStory extended() {
        return then((found, now) -> found.extend(CallerFixture.supervisor(), Word.NONE, now));
    }

    CaseStory approved() {
        return then((found, now) -> found.approve(CallerFixture.reviewer(), Word.NONE, now));
    }

    /// Somebody acts now, and the system goes on.
    CaseStory then(Verb verb) {
        events.add(verb.on(one, moment));
        goOn();
        return this;
    }

    /// What somebody does to the case.
    @FunctionalInterface
    interface Verb {
        CaseEvent on(ServiceCase found, Moment moment);
    }

    /// That day comes, and nobody looked at the case in between, not even time itself.
    CaseStory on(LocalDate day) {
        moment = ServiceCaseFixture.on(day, item);
        return this;
    }

    CaseStory on(String day) {
        return on(LocalDate.parse(day));
    }

    CaseStory at(LocalDate day, LocalTime time) {
        moment = new Moment(item, ServiceCaseFixture.CALENDAR, ServiceCaseFixture.instant(day, time));
        return this;
    }

    /// Time acts now, as far as it does.
    CaseStory swept() {
        for (Optional<CaseEvent> next = one.tick(moment); next.isPresent(); next = one.tick(moment)) {
            events.add(next.get());
            goOn();
        }
        return this;
    }

    /// Days pass, each of them swept, through that day.
    CaseStory daysPassUntil(LocalDate last) {
        for (LocalDate day = moment.today(); !day.isAfter(last); day = day.plusDays(1)) {
            var _ = on(day).swept();
        }
        return this;
    }

    CaseStory daysPassUntil(String last) {
        return daysPassUntil(LocalDate.parse(last));
    }

    /// Days pass through that day, of which only those are swept on which the case wants to be woken.
    CaseStory wokenUntil(LocalDate last) {
        var _ = swept();
        for (LocalDate next = one.wakeOn(); next != null && !next.isAfter(last); next = one.wakeOn()) {
            var _ = on(next).swept();
        }
        return on(last);
    }

    private void goOn() {
        for (Optional<CaseEvent> next = one.proceed(moment); next.isPresent(); next = one.proceed(moment)) {
            events.add(next.get());
        }
    }

    ServiceCase told() {
        return one;
    }

    Moment moment() {
        return moment;
    }

    Instant now() {
        return moment.now();
    }

    List<CaseEvent> events() {
        return List.copyOf(events);
    }

    List<CaseEventKind> kinds() {
        return events.stream().map(CaseEvent::kind).toList();
    }

    CaseEvent last() {
        return events.getLast();
    }

    /// The days on which something of this kind happened, with what was said.
    List<String> happened(CaseEventKind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(event -> cn.onenetwork.calendar.ShanghaiTime.dayOf(event.at())
                        + (event.note() == null ? "" : " " + event.note()))
                .toList();
    }
}
