package cn.onenetwork.identity.delegation;

import static cn.onenetwork.identity.delegation.DelegationFixture.NOW;
import static cn.onenetwork.identity.delegation.DelegationFixture.PRINCIPAL;
import static cn.onenetwork.identity.delegation.DelegationFixture.active;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExtentPropertiesTest {

    private static final List<String> ITEMS = List.of("A", "B", "C");
    private static final String OWNER = "person:p-principal";

    @Property
    void what_lies_within_gives_nothing_more_at_any_time(
            @ForAll("extents") Extent one, @ForAll("extents") Extent other, @ForAll("instants") Instant at) {
        if (one.within(other)) {
            assertGivesNothingMore(one, other, at);
        }
    }

    @Property
    void a_narrowed_delegation_gives_nothing_more_at_any_time(
            @ForAll("extents") Extent before, @ForAll("extents") Extent asked, @ForAll("instants") Instant at) {
        Delegation one = active(before);
        try {
            var _ = one.narrow(PRINCIPAL, asked, NOW);
        } catch (Problem refused) {
            assertThat(one.extent()).as("refused, and nothing changed").isEqualTo(before);
        }
        assertGivesNothingMore(one.extent(), before, at);
    }

    @Property
    void within_is_an_order(
            @ForAll("extents") Extent one, @ForAll("extents") Extent two, @ForAll("extents") Extent three) {
        assertThat(one.within(one)).isTrue();
        if (one.within(two) && two.within(three)) {
            assertThat(one.within(three)).isTrue();
        }
        if (one.within(two) && two.within(one)) {
            assertThat(one).isEqualTo(two);
        }
    }

    private static void assertGivesNothingMore(Extent less, Extent more, Instant at) {
        Mandate narrow = active(less).mandate(at);
        Mandate wide = active(more).mandate(at);
        for (String item : ITEMS) {
            assertThat(!narrow.covers(OWNER, item) || wide.covers(OWNER, item)).isTrue();
        }
        for (DelegatedAction action : DelegatedAction.values()) {
            assertThat(!narrow.allows(action) || wide.allows(action)).isTrue();
        }
    }

    @Provide
    Arbitrary<Extent> extents() {
        Arbitrary<Set<String>> items = Arbitraries.of(ITEMS).set().ofMinSize(1).injectNull(0.3);
        Arbitrary<Set<DelegatedAction>> actions =
                Arbitraries.of(DelegatedAction.class).set();
        Arbitrary<Instant> from = days(0, 4);
        Arbitrary<Instant> to = days(5, 9);
        return Combinators.combine(items, actions, from, to).as(Extent::new);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return days(0, 10);
    }

    private static Arbitrary<Instant> days(int first, int last) {
        return Arbitraries.integers().between(first, last).map(day -> NOW.plus(Duration.ofDays(day)));
    }
}
