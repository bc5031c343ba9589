package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.identity.Role;
import java.util.Arrays;
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

    /// What a person can do where, written down a second time: status -> action -> next status.
    private static final Map<CaseStatus, Map<CaseAction, CaseStatus>> EXPECTED = Map.of(
            CaseStatus.DRAFT, Map.of(CaseAction.DRAFT_SAVE, CaseStatus.DRAFT, CaseAction.SUBMIT, CaseStatus.SUBMITTED),
            CaseStatus.SUBMITTED,
                    Map.of(
                            CaseAction.RECEIVE, CaseStatus.RECEIVED,
                            CaseAction.REFUSE, CaseStatus.NOT_ACCEPTED,
                            CaseAction.WITHDRAW, CaseStatus.WITHDRAWN),
            CaseStatus.RECEIVED,
                    Map.of(
                            CaseAction.ACCEPT, CaseStatus.ACCEPTED,
                            CaseAction.REFUSE, CaseStatus.NOT_ACCEPTED,
                            CaseAction.WITHDRAW, CaseStatus.WITHDRAWN),
            CaseStatus.UNDER_REVIEW,
                    Map.of(
                            CaseAction.APPROVE, CaseStatus.APPROVED,
                            CaseAction.REJECT, CaseStatus.REJECTED,
                            CaseAction.WITHDRAW, CaseStatus.WITHDRAWN),
            CaseStatus.DELIVERING, Map.of(CaseAction.DELIVER, CaseStatus.DELIVERING));

    static Stream<Arguments> everyPair() {
        return Arrays.stream(CaseStatus.values())
                .flatMap(status -> Arrays.stream(CaseAction.values()).map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPair")
    void leads_where_the_law_says_and_nowhere_else(CaseStatus status, CaseAction action) {
        Optional<CaseStatus> expected =
                Optional.ofNullable(EXPECTED.getOrDefault(status, Map.of()).get(action));

        assertThat(CaseLifecycle.move(status, action.event()).map(CaseLifecycle.Move::to))
                .isEqualTo(expected);
        assertThat(CaseLifecycle.actions(status).contains(action)).isEqualTo(expected.isPresent());
    }

    @Test
    void has_at_most_one_move_for_a_status_and_an_event() {
        List<List<Object>> keys = CaseLifecycle.moves().stream()
                .map(move -> Arrays.<Object>asList(move.from(), move.kind()))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void gives_each_action_to_the_roles_of_the_staff_regulation() {
        Set<Role> window = EnumSet.of(Role.OFFICER, Role.SUPERVISOR);
        Set<Role> review = EnumSet.of(Role.REVIEWER, Role.SUPERVISOR);

        assertThat(CaseLifecycle.roles(CaseAction.SUBMIT)).containsExactly(Role.CITIZEN);
        assertThat(CaseLifecycle.roles(CaseAction.WITHDRAW)).containsExactly(Role.CITIZEN);
        assertThat(CaseLifecycle.roles(CaseAction.RECEIVE)).isEqualTo(window);
        assertThat(CaseLifecycle.roles(CaseAction.ACCEPT)).isEqualTo(window);
        assertThat(CaseLifecycle.roles(CaseAction.REFUSE)).isEqualTo(window);
        assertThat(CaseLifecycle.roles(CaseAction.DELIVER)).isEqualTo(window);
        assertThat(CaseLifecycle.roles(CaseAction.APPROVE)).isEqualTo(review);
        assertThat(CaseLifecycle.roles(CaseAction.REJECT)).isEqualTo(review);
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
    void reaches_every_status_it_leaves() {
        Set<CaseStatus> reached =
                CaseLifecycle.moves().stream().map(CaseLifecycle.Move::to).collect(Collectors.toSet());

        assertThat(CaseLifecycle.moves().stream()
                        .map(CaseLifecycle.Move::from)
                        .filter(from -> from != null)
                        .collect(Collectors.toSet()))
                .allMatch(reached::contains);
    }

    @Test
    void lets_no_case_leave_an_end() {
        assertThat(CaseLifecycle.moves())
                .noneMatch(move -> move.from() == CaseStatus.WITHDRAWN
                        || move.from() == CaseStatus.NOT_ACCEPTED
                        || move.from() == CaseStatus.COMPLETED);
    }
}
