package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.testing.CallerFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Delegations of one person to another, granted at [#NOW] for thirty days.
final class DelegationFixture {

    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    static final Instant END = NOW.plus(Duration.ofDays(30));
    static final Caller PRINCIPAL = CallerFixture.citizen("p-principal");
    static final Caller AGENT = CallerFixture.citizen("p-agent");

    private DelegationFixture() {}

    static Extent everything() {
        return extent(null, EnumSet.allOf(DelegatedAction.class));
    }

    static Extent extent(@Nullable Set<String> items, Set<DelegatedAction> actions) {
        return new Extent(items, actions, NOW, END);
    }

    static Delegation pending() {
        return pending(everything());
    }

    static Delegation pending(Extent extent) {
        return granted(PRINCIPAL, extent, null);
    }

    static Delegation active() {
        return active(everything());
    }

    static Delegation active(Extent extent) {
        Delegation one = pending(extent);
        var _ = one.accept(AGENT, NOW);
        return one;
    }

    static Delegation granted(Caller by, Extent extent, @Nullable Extent own) {
        Grantor grantor = new Grantor(Principal.person(PRINCIPAL.id()), "*先生", Set.of(DelegationRole.AGENT), null);
        return Delegation.granted(UUID.randomUUID(), grantor, DelegationRole.AGENT, "hash", by, extent, own, NOW);
    }

    static Caller withLevel(Caller one, RealNameLevel level) {
        return new Caller(
                one.subject(),
                one.kind(),
                one.displayName(),
                level,
                one.roles(),
                one.corporation(),
                one.tenant(),
                one.department(),
                one.locale());
    }
}
