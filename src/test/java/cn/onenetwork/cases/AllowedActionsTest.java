package cn.onenetwork.cases;

import static cn.onenetwork.cases.ServiceCaseFixture.GROUNDS;
import static cn.onenetwork.cases.ServiceCaseFixture.LICENCE;
import static cn.onenetwork.cases.ServiceCaseFixture.MISSING;
import static cn.onenetwork.cases.ServiceCaseFixture.NUMBER;
import static cn.onenetwork.cases.ServiceCaseFixture.TODAY;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.testing.CallerFixture;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The list of allowed actions and the verdict of the verb agree, for every station, persona and action.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllowedActionsTest {

    private static final String MATERIAL = LICENCE.materials().getLast().id();
    private static final UUID DOCUMENT = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final Form BY_COURIER = new Form("{\"deliveryMethod\":\"EXPRESS\"}");

    private static final Map<String, Supplier<CaseStory>> STATIONS = Map.ofEntries(
            entry("draft", () -> CaseStory.draft(LICENCE, Form.EMPTY, TODAY)),
            entry(
                    "draft with a document",
                    () -> CaseStory.draft(LICENCE, Form.EMPTY, TODAY).filled(MATERIAL, DOCUMENT)),
            entry(
                    "draft with a document that is being checked",
                    () -> CaseStory.draft(LICENCE, Form.EMPTY, TODAY).arrived(MATERIAL, DOCUMENT)),
            entry("submitted with a document", () -> documented().submitted()),
            entry("received with a document", () -> documented().submitted().received()),
            entry(
                    "under review with a document",
                    () -> documented().submitted().received().accepted()),
            entry(
                    "under review, a material deferred",
                    () -> deferred().received().accepted()),
            entry("submitted, a material deferred", AllowedActionsTest::deferred),
            entry("submitted", AllowedActionsTest::submitted),
            entry("submitted, claimed", () -> claimed(submitted(), CallerFixture.officer())),
            entry(
                    "submitted, claim expired",
                    () -> claimed(submitted(), CallerFixture.officer()).on("2026-03-03")),
            entry("submitted, silent too long", () -> submitted().on("2026-03-10")),
            entry("returned", () -> submitted().returned()),
            entry("filed again", () -> submitted().returned().submitted()),
            entry("received", () -> submitted().received()),
            entry("received, silent too long", () -> submitted().received().on("2026-03-10")),
            entry("to supplement", () -> submitted().received().supplementRequired()),
            entry(
                    "supplemented",
                    () -> submitted().received().supplementRequired().supplemented()),
            entry(
                    "not accepted",
                    () -> submitted().then((one, moment) -> one.refuse(CallerFixture.officer(), GROUNDS, moment))),
            entry("under review", AllowedActionsTest::underReview),
            entry(
                    "under review, accepted by a supervisor",
                    () -> submitted()
                            .received()
                            .then((one, moment) -> one.accept(CallerFixture.supervisor(), Word.NONE, moment))),
            entry("under review, claimed", () -> claimed(underReview(), CallerFixture.reviewer())),
            entry("under review, extended", () -> underReview().extended()),
            entry("under review, overdue", () -> underReview().daysPassUntil("2026-03-20")),
            entry("special procedure", () -> underReview().suspended()),
            entry("to supplement after acceptance", () -> underReview().supplementRequired()),
            entry("delivering", AllowedActionsTest::delivering),
            entry("completed", () -> underReview().approved()),
            entry(
                    "withdrawn",
                    () -> submitted().then((one, moment) -> one.withdraw(CallerFixture.enterprise(), null, moment))),
            entry("lapsed", () -> submitted().returned().daysPassUntil("2026-05-01")),
            entry(
                    "terminated",
                    () -> underReview()
                            .then((one, moment) -> one.terminate(CallerFixture.supervisor(), Word.NONE, moment))),
            entry("archived", () -> underReview().approved().daysPassUntil("2026-05-31")));

    private static final List<Caller> CALLERS = List.of(
            CallerFixture.citizen(),
            CallerFixture.enterprise(),
            CallerFixture.officer(),
            CallerFixture.staff("p-colleague", "guiyang-hightech", Role.OFFICER),
            CallerFixture.staff("p-officer-cbz", "guiyang-cbz", Role.OFFICER),
            CallerFixture.staff(CallerFixture.enterprise().id(), "guiyang-hightech", Role.SUPERVISOR),
            CallerFixture.reviewer(),
            CallerFixture.supervisor(),
            CallerFixture.auditor(),
            CallerFixture.admin());

    private static final Map<CaseAction, Act> VERBS = Map.ofEntries(
            entry(
                    CaseAction.DRAFT_SAVE,
                    (one, caller, now) -> one.saveDraft(caller, ServiceCaseFixture.sealed(one, Form.EMPTY), now)),
            entry(CaseAction.SUBMIT, (one, caller, now) -> one.submit(caller, NUMBER, now)),
            entry(CaseAction.SUPPLEMENT, (one, caller, now) -> one.supplement(caller, one.sealedForm(), null, now)),
            entry(CaseAction.WITHDRAW, (one, caller, now) -> one.withdraw(caller, null, now)),
            entry(
                    CaseAction.DOCUMENT_UPLOAD,
                    (one, caller, now) -> one.openSlot(caller, MATERIAL, CaseAction.DOCUMENT_UPLOAD, now)),
            entry(
                    CaseAction.DOCUMENT_REUSE,
                    (one, caller, now) -> one.documentReused(caller, MATERIAL, UUID.randomUUID(), TrustGrade.C, now)),
            entry(
                    CaseAction.DOCUMENT_REMOVE,
                    (one, caller, now) -> one.documentRemoved(caller, MATERIAL, DOCUMENT, now)),
            entry(
                    CaseAction.DOCUMENT_PASS,
                    (one, caller, now) -> one.documentPassed(caller, DOCUMENT, true, null, now)),
            entry(CaseAction.DOCUMENT_RETURN, (one, caller, now) -> one.documentReturned(caller, DOCUMENT, "-", now)),
            entry(CaseAction.RETURN, (one, caller, now) -> one.sendBack(caller, MISSING, null, Word.NONE, now)),
            entry(CaseAction.RECEIVE, (one, caller, now) -> one.receive(caller, Word.NONE, now)),
            entry(CaseAction.ACCEPT, (one, caller, now) -> one.accept(caller, Word.NONE, now)),
            entry(CaseAction.REFUSE, (one, caller, now) -> one.refuse(caller, GROUNDS, now)),
            entry(
                    CaseAction.REQUIRE_SUPPLEMENT,
                    (one, caller, now) -> one.requireSupplement(caller, MISSING, null, Word.NONE, now)),
            entry(CaseAction.SUSPEND, (one, caller, now) -> one.suspend(caller, Word.NONE, now)),
            entry(CaseAction.RESUME, (one, caller, now) -> one.resume(caller, Word.NONE, now)),
            entry(CaseAction.EXTEND, (one, caller, now) -> one.extend(caller, Word.NONE, now)),
            entry(CaseAction.APPROVE, (one, caller, now) -> one.approve(caller, Word.NONE, now)),
            entry(CaseAction.REJECT, (one, caller, now) -> one.reject(caller, GROUNDS, now)),
            entry(CaseAction.TERMINATE, (one, caller, now) -> one.terminate(caller, Word.NONE, now)),
            entry(CaseAction.DELIVER, (one, caller, now) -> one.deliver(caller, Word.NONE, now)),
            entry(CaseAction.CLAIM, (one, caller, now) -> one.claim(caller, now)),
            entry(CaseAction.RELEASE, (one, caller, now) -> one.release(caller, now)));

    static Stream<Arguments> everyStationCallerAndAction() {
        return STATIONS.keySet().stream()
                .flatMap(station -> CALLERS.stream()
                        .flatMap(caller -> VERBS.keySet().stream()
                                .map(action ->
                                        Arguments.of(station, caller.id() + " " + caller.roles(), action, caller))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("everyStationCallerAndAction")
    void are_exactly_those_whose_verb_succeeds(String station, String name, CaseAction action, Caller caller) {
        CaseStory told = STATIONS.get(station).get();
        boolean listed = told.told().allowedActions(caller, told.now()).contains(action);

        assertThat(succeeds(told, action, caller)).isEqualTo(listed);
    }

    @Test
    void are_tried_at_every_station_at_which_a_case_rests() {
        Set<CaseStatus> rests = STATIONS.values().stream()
                .map(station -> station.get().told().status())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseStatus.class)));
        Set<CaseStatus> passed = EnumSet.of(
                CaseStatus.ACCEPTED, CaseStatus.APPROVED, CaseStatus.REJECTED, CaseStatus.CERTIFICATE_MAKING);

        assertThat(rests).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(passed)));
    }

    @Test
    void are_each_possible_for_somebody_somewhere() {
        Set<CaseAction> possible = STATIONS.values().stream()
                .map(Supplier::get)
                .flatMap(told ->
                        CALLERS.stream().flatMap(caller -> told.told().allowedActions(caller, told.now()).stream()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseAction.class)));

        assertThat(possible).isEqualTo(EnumSet.allOf(CaseAction.class));
        assertThat(VERBS.keySet()).isEqualTo(possible);
    }

    @Test
    void are_none_for_auditors_admins_and_the_desks_of_other_tenants() {
        for (Caller caller : Arrays.asList(CallerFixture.auditor(), CallerFixture.admin(), CALLERS.get(4))) {
            assertThat(STATIONS.values())
                    .allMatch(station -> station.get()
                            .told()
                            .allowedActions(caller, station.get().now())
                            .isEmpty());
        }
    }

    private static boolean succeeds(CaseStory told, CaseAction action, Caller caller) {
        try {
            var _ = VERBS.get(action).on(told.told(), caller, told.moment());
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static CaseStory submitted() {
        return CaseStory.submitted(LICENCE, TODAY);
    }

    private static CaseStory documented() {
        return CaseStory.draft(LICENCE, Form.EMPTY, TODAY).filled(MATERIAL, DOCUMENT);
    }

    private static CaseStory deferred() {
        return CaseStory.draft(LICENCE, Form.EMPTY, TODAY).promised(MATERIAL).submitted();
    }

    private static CaseStory underReview() {
        return submitted().received().accepted();
    }

    private static CaseStory delivering() {
        return CaseStory.draft(LICENCE, BY_COURIER, TODAY)
                .submitted()
                .received()
                .accepted()
                .approved();
    }

    private static CaseStory claimed(CaseStory story, Caller officer) {
        return story.then((one, moment) -> one.claim(officer, moment));
    }

    private interface Act {
        Object on(ServiceCase one, Caller caller, Moment moment);
    }
}
