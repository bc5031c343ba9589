package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.identity.Role;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseLifecycleTest {

    /// The state machine, written down a second time: status, what happens, next status, who, which clock.
    /// Under it stand the acts that leave a case where it is.
    private static final String EXPECTED = """
            -                       DRAFT_SAVED                 DRAFT                   applicant  NONE
            DRAFT                   SUBMITTED                   SUBMITTED               applicant  RECEIPT_STARTS

            SUBMITTED               RETURNED                    PRE_REVIEW_RETURNED     window     STOPS
            SUBMITTED               RECEIVED                    RECEIVED                window     NONE
            SUBMITTED               WITHDRAWN                   WITHDRAWN               applicant  STOPS
            SUBMITTED               REFUSED                     NOT_ACCEPTED            window     STOPS
            SUBMITTED               DEEMED_ACCEPTED             ACCEPTED                system     DECISION_STARTS

            PRE_REVIEW_RETURNED     SUBMITTED                   SUBMITTED               applicant  RECEIPT_STARTS
            PRE_REVIEW_RETURNED     WITHDRAWN                   WITHDRAWN               applicant  STOPS
            PRE_REVIEW_RETURNED     LAPSED                      LAPSED                  system     STOPS

            RECEIVED                ACCEPTED                    ACCEPTED                window     DECISION_STARTS
            RECEIVED                DEEMED_ACCEPTED             ACCEPTED                system     DECISION_STARTS
            RECEIVED                SUPPLEMENT_REQUIRED         SUPPLEMENT_REQUIRED     window     RECEIPT_PAUSES
            RECEIVED                REFUSED                     NOT_ACCEPTED            window     STOPS
            RECEIVED                WITHDRAWN                   WITHDRAWN               applicant  STOPS

            SUPPLEMENT_REQUIRED     SUPPLEMENTED                RECEIVED                applicant  RECEIPT_RESUMES
            SUPPLEMENT_REQUIRED     LAPSED                      LAPSED                  system     STOPS
            SUPPLEMENT_REQUIRED     WITHDRAWN                   WITHDRAWN               applicant  STOPS

            ACCEPTED                REVIEW_STARTED              UNDER_REVIEW            system     NONE
            ACCEPTED                APPROVED                    APPROVED                system     DELIVERY_STARTS
            ACCEPTED                WITHDRAWN                   WITHDRAWN               applicant  STOPS

            UNDER_REVIEW            SUSPENDED                   SPECIAL_PROCEDURE       review     DECISION_PAUSES
            UNDER_REVIEW            SUPPLEMENT_REQUIRED         POST_ACCEPT_SUPPLEMENT  review     NONE
            UNDER_REVIEW            APPROVED                    APPROVED                review     DELIVERY_STARTS
            UNDER_REVIEW            REJECTED                    REJECTED                review     DELIVERY_STARTS
            UNDER_REVIEW            WITHDRAWN                   WITHDRAWN               applicant  STOPS
            UNDER_REVIEW            TERMINATED                  TERMINATED              head       STOPS

            SPECIAL_PROCEDURE       RESUMED                     UNDER_REVIEW            review     DECISION_RESUMES
            SPECIAL_PROCEDURE       TERMINATED                  TERMINATED              head       STOPS
            SPECIAL_PROCEDURE       WITHDRAWN                   WITHDRAWN               applicant  STOPS

            POST_ACCEPT_SUPPLEMENT  SUPPLEMENTED                UNDER_REVIEW            applicant  NONE
            POST_ACCEPT_SUPPLEMENT  LAPSED                      LAPSED                  system     STOPS
            POST_ACCEPT_SUPPLEMENT  WITHDRAWN                   WITHDRAWN               applicant  STOPS

            APPROVED                CERTIFICATE_MAKING_STARTED  CERTIFICATE_MAKING      system     NONE
            APPROVED                DELIVERY_STARTED            DELIVERING              system     NONE
            APPROVED                COMPLETED                   COMPLETED               system     STOPS
            REJECTED                DELIVERY_STARTED            DELIVERING              system     NONE
            REJECTED                COMPLETED                   COMPLETED               system     STOPS
            CERTIFICATE_MAKING      DELIVERY_STARTED            DELIVERING              system     NONE
            CERTIFICATE_MAKING      COMPLETED                   COMPLETED               system     STOPS
            DELIVERING              COMPLETED                   COMPLETED               system     STOPS

            COMPLETED               ARCHIVED                    ARCHIVED                system     NONE
            WITHDRAWN               ARCHIVED                    ARCHIVED                system     NONE
            LAPSED                  ARCHIVED                    ARCHIVED                system     NONE
            TERMINATED              ARCHIVED                    ARCHIVED                system     NONE

            DRAFT                   DRAFT_SAVED                 =                       applicant  NONE
            PRE_REVIEW_RETURNED     DRAFT_SAVED                 =                       applicant  NONE
            UNDER_REVIEW            EXTENDED                    =                       head       DECISION_EXTENDS
            DELIVERING              DELIVERED                   =                       window     STOPS

            SUBMITTED               WARNING_RAISED              =                       system     NONE
            SUBMITTED               RECKONED_ANEW               =                       system     NONE
            RECEIVED                WARNING_RAISED              =                       system     NONE
            RECEIVED                RECKONED_ANEW               =                       system     NONE
            UNDER_REVIEW            WARNING_RAISED              =                       system     NONE
            UNDER_REVIEW            RECKONED_ANEW               =                       system     NONE
            POST_ACCEPT_SUPPLEMENT  WARNING_RAISED              =                       system     NONE
            POST_ACCEPT_SUPPLEMENT  RECKONED_ANEW               =                       system     NONE
            DELIVERING              WARNING_RAISED              =                       system     NONE
            DELIVERING              RECKONED_ANEW               =                       system     NONE

            SUBMITTED               CLAIMED                     =                       window     NONE
            SUBMITTED               RELEASED                    =                       window     NONE
            RECEIVED                CLAIMED                     =                       window     NONE
            RECEIVED                RELEASED                    =                       window     NONE
            UNDER_REVIEW            CLAIMED                     =                       review     NONE
            UNDER_REVIEW            RELEASED                    =                       review     NONE
            SPECIAL_PROCEDURE       CLAIMED                     =                       review     NONE
            SPECIAL_PROCEDURE       RELEASED                    =                       review     NONE
            DELIVERING              CLAIMED                     =                       window     NONE
            DELIVERING              RELEASED                    =                       window     NONE

            DRAFT                   DOCUMENT_UPLOADED           =                       applicant  NONE
            DRAFT                   DOCUMENT_REUSED             =                       applicant  NONE
            DRAFT                   DOCUMENT_CHANGED            =                       system     NONE
            SUBMITTED               DOCUMENT_UPLOADED           =                       applicant  NONE
            SUBMITTED               DOCUMENT_REUSED             =                       applicant  NONE
            SUBMITTED               DOCUMENT_CHANGED            =                       system     NONE
            PRE_REVIEW_RETURNED     DOCUMENT_UPLOADED           =                       applicant  NONE
            PRE_REVIEW_RETURNED     DOCUMENT_REUSED             =                       applicant  NONE
            PRE_REVIEW_RETURNED     DOCUMENT_CHANGED            =                       system     NONE
            RECEIVED                DOCUMENT_UPLOADED           =                       applicant  NONE
            RECEIVED                DOCUMENT_REUSED             =                       applicant  NONE
            RECEIVED                DOCUMENT_CHANGED            =                       system     NONE
            SUPPLEMENT_REQUIRED     DOCUMENT_UPLOADED           =                       applicant  NONE
            SUPPLEMENT_REQUIRED     DOCUMENT_REUSED             =                       applicant  NONE
            SUPPLEMENT_REQUIRED     DOCUMENT_CHANGED            =                       system     NONE
            UNDER_REVIEW            DOCUMENT_UPLOADED           =                       applicant  NONE
            UNDER_REVIEW            DOCUMENT_REUSED             =                       applicant  NONE
            UNDER_REVIEW            DOCUMENT_CHANGED            =                       system     NONE
            SPECIAL_PROCEDURE       DOCUMENT_UPLOADED           =                       applicant  NONE
            SPECIAL_PROCEDURE       DOCUMENT_REUSED             =                       applicant  NONE
            SPECIAL_PROCEDURE       DOCUMENT_CHANGED            =                       system     NONE
            POST_ACCEPT_SUPPLEMENT  DOCUMENT_UPLOADED           =                       applicant  NONE
            POST_ACCEPT_SUPPLEMENT  DOCUMENT_REUSED             =                       applicant  NONE
            POST_ACCEPT_SUPPLEMENT  DOCUMENT_CHANGED            =                       system     NONE
            DRAFT                   DOCUMENT_REMOVED            =                       applicant  NONE
            SUBMITTED               DOCUMENT_PASSED             =                       window     NONE
            SUBMITTED               DOCUMENT_RETURNED           =                       window     NONE
            RECEIVED                DOCUMENT_PASSED             =                       window     NONE
            RECEIVED                DOCUMENT_RETURNED           =                       window     NONE
            UNDER_REVIEW            DOCUMENT_PASSED             =                       review     NONE
            UNDER_REVIEW            DOCUMENT_RETURNED           =                       review     NONE
            SPECIAL_PROCEDURE       DOCUMENT_PASSED             =                       review     NONE
            SPECIAL_PROCEDURE       DOCUMENT_RETURNED           =                       review     NONE

            SUBMITTED               CORRECTED                   =                       system     NONE
            PRE_REVIEW_RETURNED     CORRECTED                   =                       system     NONE
            RECEIVED                CORRECTED                   =                       system     NONE
            SUPPLEMENT_REQUIRED     CORRECTED                   =                       system     NONE
            UNDER_REVIEW            CORRECTED                   =                       system     NONE
            SPECIAL_PROCEDURE       CORRECTED                   =                       system     NONE
            POST_ACCEPT_SUPPLEMENT  CORRECTED                   =                       system     NONE
            """;

    private static final Map<String, Set<Role>> WHO = Map.of(
            "applicant", Set.of(Role.CITIZEN),
            "window", Set.of(Role.OFFICER, Role.SUPERVISOR),
            "review", Set.of(Role.REVIEWER, Role.SUPERVISOR),
            "head", Set.of(Role.SUPERVISOR),
            "system", Set.of());

    private static final Map<List<Object>, CaseLifecycle.Move> ROWS = EXPECTED.lines()
            .filter(line -> !line.isBlank())
            .map(line -> row(line.split(" +")))
            .collect(Collectors.toMap(row -> Arrays.asList(row.from(), row.kind()), row -> row));

    static Stream<Arguments> everyStatusAndEvent() {
        return Stream.concat(Stream.of((CaseStatus) null), Arrays.stream(CaseStatus.values()))
                .flatMap(status -> Arrays.stream(CaseEventKind.values()).map(kind -> Arguments.of(status, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStatusAndEvent")
    void leads_where_the_law_says_and_nowhere_else(CaseStatus status, CaseEventKind kind) {
        assertThat(CaseLifecycle.move(status, kind))
                .isEqualTo(Optional.ofNullable(ROWS.get(Arrays.asList(status, kind))));
    }

    @Test
    void has_no_move_that_is_not_found_by_its_status_and_event() {
        assertThat(CaseLifecycle.moves()).containsExactlyInAnyOrderElementsOf(ROWS.values());
    }

    @Test
    void offers_at_a_status_the_actions_whose_event_is_possible_there() {
        for (CaseStatus status : CaseStatus.values()) {
            assertThat(CaseLifecycle.actions(status))
                    .as("%s", status)
                    .containsExactlyElementsOf(Arrays.stream(CaseAction.values())
                            .filter(action -> ROWS.containsKey(Arrays.asList(status, action.event())))
                            .toList());
        }
    }

    @Test
    void gives_each_action_to_the_roles_of_the_staff_regulation() {
        assertThat(rolesOf(CaseAction.SUBMIT, CaseAction.SUPPLEMENT, CaseAction.WITHDRAW, CaseAction.DRAFT_SAVE))
                .allMatch(EnumSet.of(Role.CITIZEN)::equals);
        assertThat(rolesOf(
                        CaseAction.RETURN,
                        CaseAction.RECEIVE,
                        CaseAction.ACCEPT,
                        CaseAction.REFUSE,
                        CaseAction.DELIVER))
                .allMatch(EnumSet.of(Role.OFFICER, Role.SUPERVISOR)::equals);
        assertThat(rolesOf(CaseAction.SUSPEND, CaseAction.RESUME, CaseAction.APPROVE, CaseAction.REJECT))
                .allMatch(EnumSet.of(Role.REVIEWER, Role.SUPERVISOR)::equals);
        assertThat(rolesOf(CaseAction.EXTEND, CaseAction.TERMINATE)).allMatch(EnumSet.of(Role.SUPERVISOR)::equals);
        assertThat(rolesOf(CaseAction.DOCUMENT_UPLOAD, CaseAction.DOCUMENT_REUSE, CaseAction.DOCUMENT_REMOVE))
                .allMatch(EnumSet.of(Role.CITIZEN)::equals);
        assertThat(rolesOf(
                        CaseAction.REQUIRE_SUPPLEMENT,
                        CaseAction.CLAIM,
                        CaseAction.RELEASE,
                        CaseAction.DOCUMENT_PASS,
                        CaseAction.DOCUMENT_RETURN))
                .allMatch(EnumSet.of(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR)::equals);
    }

    @Test
    void lets_nobody_but_the_system_make_the_steps_that_follow_by_themselves() {
        Set<CaseEventKind> byPeople =
                Arrays.stream(CaseAction.values()).map(CaseAction::event).collect(Collectors.toSet());

        assertThat(CaseLifecycle.moves().stream()
                        .filter(move -> !byPeople.contains(move.kind()))
                        .toList())
                .isNotEmpty()
                .allMatch(move -> move.roles().isEmpty());
    }

    @Test
    void leads_to_every_status_from_the_first_draft() {
        Set<CaseStatus> reached = EnumSet.of(CaseStatus.DRAFT);
        Deque<CaseStatus> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            CaseStatus from = open.pop();
            CaseLifecycle.moves().stream()
                    .filter(move -> move.from() == from && reached.add(move.to()))
                    .forEach(move -> open.push(move.to()));
        }

        assertThat(reached).containsExactlyInAnyOrder(CaseStatus.values());
    }

    @Test
    void lets_no_decided_case_go_back_before_its_decision() {
        Set<CaseStatus> decided = EnumSet.of(
                CaseStatus.APPROVED,
                CaseStatus.REJECTED,
                CaseStatus.CERTIFICATE_MAKING,
                CaseStatus.DELIVERING,
                CaseStatus.COMPLETED);
        Set<CaseStatus> afterwards = EnumSet.of(
                CaseStatus.CERTIFICATE_MAKING, CaseStatus.DELIVERING, CaseStatus.COMPLETED, CaseStatus.ARCHIVED);

        assertThat(CaseLifecycle.moves())
                .filteredOn(move -> decided.contains(move.from()))
                .extracting(CaseLifecycle.Move::to)
                .isNotEmpty()
                .allMatch(afterwards::contains);
    }

    private static List<Set<Role>> rolesOf(CaseAction... actions) {
        return Arrays.stream(actions).map(CaseLifecycle::roles).toList();
    }

    private static CaseLifecycle.Move row(String[] cells) {
        CaseStatus from = cells[0].equals("-") ? null : CaseStatus.valueOf(cells[0]);
        return new CaseLifecycle.Move(
                from,
                CaseEventKind.valueOf(cells[1]),
                cells[2].equals("=") ? from : CaseStatus.valueOf(cells[2]),
                WHO.get(cells[3]),
                ClockEffect.valueOf(cells[4]));
    }
}
