package cn.onenetwork.identity.delegation;

import static cn.onenetwork.identity.delegation.DelegationFixture.AGENT;
import static cn.onenetwork.identity.delegation.DelegationFixture.END;
import static cn.onenetwork.identity.delegation.DelegationFixture.NOW;
import static cn.onenetwork.identity.delegation.DelegationFixture.PRINCIPAL;
import static cn.onenetwork.identity.delegation.DelegationFixture.active;
import static cn.onenetwork.identity.delegation.DelegationFixture.everything;
import static cn.onenetwork.identity.delegation.DelegationFixture.extent;
import static cn.onenetwork.identity.delegation.DelegationFixture.granted;
import static cn.onenetwork.identity.delegation.DelegationFixture.pending;
import static cn.onenetwork.identity.delegation.DelegationFixture.withLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DelegationTest {

    private static final String OWNER = "person:p-principal";

    @Test
    void it_counts_from_the_acceptance_until_its_end() {
        Delegation one = pending();
        assertThat(one.inForce(NOW)).isFalse();

        DelegationChange change = one.accept(AGENT, NOW);

        assertThat(change.kind).isEqualTo(DelegationChange.Kind.ACCEPTED);
        assertThat(change.actor).isEqualTo("p-agent");
        assertThat(one.inForce(NOW)).isTrue();
        assertThat(one.inForce(END.minusMillis(1))).isTrue();
        assertThat(one.inForce(END)).isFalse();
        assertThat(one.status(END)).isEqualTo(DelegationStatus.EXPIRED);
    }

    @Test
    void what_begins_later_counts_later() {
        Instant begin = NOW.plus(Duration.ofDays(3));
        Delegation one = active(new Extent(null, Set.of(), begin, END));

        assertThat(one.inForce(NOW)).isFalse();
        assertThat(one.inForce(begin.minusMillis(1))).isFalse();
        assertThat(one.inForce(begin)).isTrue();
    }

    @Test
    void a_mandate_covers_its_items_of_its_principal_and_allows_its_actions() {
        Mandate mandate =
                active(extent(Set.of("A", "B"), Set.of(DelegatedAction.DRAFT))).mandate(NOW);

        assertThat(mandate.covers(OWNER, "A")).isTrue();
        assertThat(mandate.covers(OWNER, "C")).isFalse();
        assertThat(mandate.covers("person:p-somebody", "A")).isFalse();
        assertThat(mandate.allows(DelegatedAction.DRAFT)).isTrue();
        assertThat(mandate.allows(DelegatedAction.SUBMIT)).isFalse();
    }

    @Test
    void a_mandate_that_is_over_covers_and_allows_nothing() {
        Mandate over = active().mandate(END);

        assertThat(over.covers(OWNER, "A")).isFalse();
        assertThat(over.allows(DelegatedAction.DRAFT)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = RealNameLevel.class,
            names = {"L1", "L2"})
    void who_is_not_known_by_face_neither_grants_nor_accepts(RealNameLevel level) {
        refused(UserErrorCode.STEP_UP_REQUIRED, () -> granted(withLevel(PRINCIPAL, level), everything(), null));
        refused(UserErrorCode.STEP_UP_REQUIRED, () -> pending().accept(withLevel(AGENT, level), NOW));
        assertThat(pending().refuse(withLevel(AGENT, level), NOW).kind).isEqualTo(DelegationChange.Kind.REFUSED);
    }

    @Test
    void it_becomes_less_and_never_more() {
        Delegation one = active(extent(Set.of("A", "B"), EnumSet.of(DelegatedAction.DRAFT, DelegatedAction.SUBMIT)));

        refused(UserErrorCode.FORM_INVALID, () -> one.narrow(PRINCIPAL, everything(), NOW));
        refused(UserErrorCode.FORM_INVALID, () -> one.narrow(PRINCIPAL, extent(Set.of("A", "C"), Set.of()), NOW));
        refused(
                UserErrorCode.FORM_INVALID,
                () -> one.narrow(PRINCIPAL, extent(Set.of("A"), Set.of(DelegatedAction.WITHDRAW)), NOW));
        refused(
                UserErrorCode.FORM_INVALID,
                () -> one.narrow(PRINCIPAL, new Extent(Set.of("A"), Set.of(), NOW, END.plusMillis(1)), NOW));
        refused(UserErrorCode.FORM_INVALID, () -> one.narrow(PRINCIPAL, extent(Set.of(), Set.of()), NOW));
        DelegationChange change = one.narrow(PRINCIPAL, extent(Set.of("A"), Set.of(DelegatedAction.DRAFT)), NOW);

        assertThat(change.items).containsExactly("A");
        assertThat(change.actions).containsExactly("DRAFT");
        assertThat(one.mandate(NOW).covers(OWNER, "B")).isFalse();
        assertThat(one.mandate(NOW).allows(DelegatedAction.SUBMIT)).isFalse();
    }

    @Test
    void what_is_left_is_named_by_task_codes() {
        refused(UserErrorCode.FORM_INVALID, () -> active().narrow(PRINCIPAL, extent(Set.of("<a>"), Set.of()), NOW));
    }

    @Test
    void nobody_gives_more_than_was_given() {
        Extent own = extent(Set.of("A"), Set.of(DelegatedAction.DRAFT));

        refused(UserErrorCode.FORM_INVALID, () -> granted(PRINCIPAL, everything(), own));
        assertThat(granted(PRINCIPAL, own, own).begun().kind).isEqualTo(DelegationChange.Kind.GRANTED);
    }

    @Test
    void it_ends_within_five_years_and_not_before_it_begins() {
        Instant fiveYears = Instant.parse("2031-03-02T02:00:00Z");

        assertThat(pending(new Extent(null, Set.of(), NOW, fiveYears)).validTo).isEqualTo(fiveYears);
        refused(UserErrorCode.FORM_INVALID, () -> pending(new Extent(null, Set.of(), NOW, fiveYears.plusMillis(1))));
        refused(UserErrorCode.FORM_INVALID, () -> pending(new Extent(null, Set.of(), NOW, NOW)));
        assertThat(pending(new Extent(null, Set.of(), NOW.minusSeconds(60), END)).validFrom)
                .as("what was long ago begins now")
                .isEqualTo(NOW);
    }

    @Test
    void an_item_has_the_shape_of_a_task_code() {
        refused(UserErrorCode.FORM_INVALID, () -> pending(extent(Set.of(), Set.of())));
        refused(UserErrorCode.FORM_INVALID, () -> pending(extent(Set.of("A B"), Set.of())));
        refused(UserErrorCode.FORM_INVALID, () -> pending(extent(Set.of("A".repeat(65)), Set.of())));
    }

    @Test
    void time_is_written_down_once_and_only_when_it_is_over() {
        Delegation one = active();
        assertThatIllegalStateException().isThrownBy(() -> one.expire(END.minusMillis(1)));

        assertThat(one.expire(END).kind).isEqualTo(DelegationChange.Kind.EXPIRED);
        assertThat(one.status).isEqualTo(DelegationStatus.EXPIRED);
        assertThatIllegalStateException().isThrownBy(() -> one.expire(END));
    }

    @Test
    void whatever_has_ended_stays_so() {
        Map<DelegationStatus, Supplier<Delegation>> ends = new LinkedHashMap<>();
        ends.put(DelegationStatus.REFUSED, () -> after(pending(), one -> one.refuse(AGENT, NOW)));
        ends.put(DelegationStatus.REVOKED, () -> after(active(), one -> one.revoke(PRINCIPAL, NOW)));
        ends.put(DelegationStatus.RELEASED, () -> after(active(), one -> one.release(AGENT, NOW)));
        ends.put(DelegationStatus.EXPIRED, () -> after(active(), one -> one.expire(END)));

        ends.forEach((status, end) -> {
            Delegation one = end.get();
            assertThat(one.status).isEqualTo(status);
            assertThat(one.inForce(NOW)).isFalse();
            refused(UserErrorCode.ILLEGAL_TRANSITION, () -> one.accept(AGENT, NOW));
            refused(UserErrorCode.ILLEGAL_TRANSITION, () -> one.refuse(AGENT, NOW));
            refused(UserErrorCode.ILLEGAL_TRANSITION, () -> one.revoke(PRINCIPAL, NOW));
            refused(UserErrorCode.ILLEGAL_TRANSITION, () -> one.release(AGENT, NOW));
            refused(UserErrorCode.ILLEGAL_TRANSITION, () -> one.narrow(PRINCIPAL, one.extent(), NOW));
        });
    }

    @Test
    void who_comes_too_late_can_neither_accept_nor_take_back() {
        refused(UserErrorCode.ILLEGAL_TRANSITION, () -> pending().accept(AGENT, END));
        refused(UserErrorCode.ILLEGAL_TRANSITION, () -> active().revoke(PRINCIPAL, END));
        refused(UserErrorCode.ILLEGAL_TRANSITION, () -> active().release(AGENT, END));
    }

    @Test
    void only_what_was_accepted_can_be_given_back_and_what_waits_can_be_taken_back() {
        refused(UserErrorCode.ILLEGAL_TRANSITION, () -> pending().release(AGENT, NOW));
        assertThat(after(pending(), one -> one.revoke(PRINCIPAL, NOW)).status).isEqualTo(DelegationStatus.REVOKED);
    }

    private static Delegation after(Delegation one, Function<Delegation, DelegationChange> verb) {
        var _ = verb.apply(one);
        return one;
    }

    private static void refused(UserErrorCode code, ThrowingCallable verb) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(verb)
                .extracting(Problem::code)
                .isEqualTo(code);
    }
}
