package cn.onenetwork.cases;

import static cn.onenetwork.cases.ServiceCaseFixture.NOW;
import static cn.onenetwork.cases.ServiceCaseFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.testing.CallerFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The list of allowed actions and the verdict of the verb agree, for every station and every role.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllowedActionsTest {

    private static final Map<String, Supplier<ServiceCase>> STATIONS = Map.of(
            "draft", ServiceCaseFixture::aDraft,
            "submitted", ServiceCaseFixture::aSubmittedCase,
            "received", ServiceCaseFixture::aReceivedCase,
            "under review", ServiceCaseFixture::aCaseUnderReview,
            "delivering", AllowedActionsTest::delivering,
            "withdrawn", AllowedActionsTest::withdrawn);

    private static final List<Caller> CALLERS = List.of(
            CallerFixture.citizen(),
            CallerFixture.enterprise(),
            CallerFixture.officer(),
            CallerFixture.reviewer(),
            CallerFixture.supervisor(),
            CallerFixture.auditor(),
            CallerFixture.admin());

    private static final Map<CaseAction, BiFunction<ServiceCase, Caller, CaseEvent>> VERBS = Map.of(
            CaseAction.DRAFT_SAVE, (found, caller) -> found.saveDraft(caller, Form.EMPTY, NOW),
            CaseAction.SUBMIT,
                    (found, caller) -> found.submit(
                            caller,
                            ServiceCaseFixture.LICENCE,
                            ServiceCaseFixture.NUMBER,
                            TODAY,
                            ServiceCaseFixture.DUE,
                            NOW),
            CaseAction.WITHDRAW, (found, caller) -> found.withdraw(caller, null, NOW),
            CaseAction.RECEIVE, (found, caller) -> found.receive(caller, null, NOW),
            CaseAction.ACCEPT, (found, caller) -> found.accept(caller, TODAY, ServiceCaseFixture.DUE, null, NOW),
            CaseAction.REFUSE, (found, caller) -> found.refuse(caller, "理由", NOW),
            CaseAction.APPROVE, (found, caller) -> found.approve(caller, ServiceCaseFixture.LICENCE, null, NOW),
            CaseAction.REJECT, (found, caller) -> found.reject(caller, "理由", NOW),
            CaseAction.DELIVER, (found, caller) -> found.deliver(caller, null, NOW));

    static Stream<Arguments> everyStationCallerAndAction() {
        return STATIONS.keySet().stream()
                .flatMap(station -> CALLERS.stream()
                        .flatMap(caller -> VERBS.keySet().stream()
                                .map(action -> Arguments.of(station, caller.id(), action, caller))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("everyStationCallerAndAction")
    void are_exactly_those_whose_verb_succeeds(String station, String name, CaseAction action, Caller caller) {
        ServiceCase listed = STATIONS.get(station).get();
        ServiceCase tried = STATIONS.get(station).get();

        assertThat(listed.allowedActions(caller).contains(action)).isEqualTo(succeeds(tried, action, caller));
    }

    private static boolean succeeds(ServiceCase tried, CaseAction action, Caller caller) {
        try {
            var _ = VERBS.get(action).apply(tried, caller);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static ServiceCase delivering() {
        ServiceCase delivering = ServiceCaseFixture.underReview(
                ServiceCaseFixture.LICENCE, new Form("{\"deliveryMethod\":\"EXPRESS\"}"));
        var _ = delivering.approve(CallerFixture.reviewer(), ServiceCaseFixture.LICENCE, null, NOW);
        Optional<CaseEvent> next;
        do {
            next = delivering.proceed(ServiceCaseFixture.LICENCE, NOW);
        } while (next.isPresent());
        return delivering;
    }

    private static ServiceCase withdrawn() {
        ServiceCase withdrawn = ServiceCaseFixture.aSubmittedCase();
        var _ = withdrawn.withdraw(CallerFixture.enterprise(), null, NOW);
        return withdrawn;
    }
}
