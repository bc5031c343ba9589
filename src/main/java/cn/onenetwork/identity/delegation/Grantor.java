package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.identity.Masking;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who disposes of the delegations of a principal, and as what agents may be named.
///
/// A person grants agents. For a corporation the legal representative grants its administrator and
/// operators, and the administrator grants operators. The administrator is one whom the provider vouches
/// for, or one who was granted here.
///
/// @param name what the agent is told: a corporation's registered name, a person's masked one
/// @param mandate by which an administrator grants; null for those whom the provider vouches for
record Grantor(
        Principal principal,
        String name,
        Set<DelegationRole> roles,
        @Nullable UUID mandate) {

    /// @param uscc the corporation that is spoken for; null for oneself
    /// @param caller with its mandates
    /// @throws Problem NOT_DELEGATED where the caller does not dispose of the delegations of that
    ///     corporation
    static Grantor of(Caller caller, @Nullable String uscc) {
        if (uscc == null) {
            return new Grantor(
                    Principal.person(caller.id()),
                    Masking.name(caller.displayName()),
                    Set.of(DelegationRole.AGENT),
                    null);
        }
        Corporation own = caller.corporation();
        return own != null && own.uscc().equals(uscc) && own.role() != CorporateRole.OPERATOR
                ? vouchedFor(own)
                : caller.mandates().stream()
                        .filter(mandate -> administers(mandate, uscc))
                        .findFirst()
                        .map(Grantor::granted)
                        .orElseThrow(() -> Problem.variant(UserErrorCode.NOT_DELEGATED, "grant")
                                .at("onBehalfOf"));
    }

    /// Whether the caller disposes of delegations of this principal and role.
    static boolean disposes(Caller caller, Principal principal, DelegationRole role) {
        if (principal.kind() == Principal.Kind.PERSON) {
            return principal.id().equals(caller.id());
        }
        Corporation own = caller.corporation();
        boolean vouched = own != null
                && own.uscc().equals(principal.id())
                && own.role() != CorporateRole.OPERATOR
                && vouchedFor(own).roles().contains(role);
        return vouched
                || role == DelegationRole.OPERATOR
                        && caller.mandates().stream().anyMatch(mandate -> administers(mandate, principal.id()));
    }

    private static Grantor vouchedFor(Corporation own) {
        return new Grantor(
                Principal.corporation(own.uscc()),
                own.name(),
                own.role() == CorporateRole.LEGAL_REPRESENTATIVE
                        ? Set.of(DelegationRole.ADMINISTRATOR, DelegationRole.OPERATOR)
                        : Set.of(DelegationRole.OPERATOR),
                null);
    }

    private static Grantor granted(Mandate mandate) {
        return new Grantor(
                mandate.principal(), mandate.principalName(), Set.of(DelegationRole.OPERATOR), mandate.delegation());
    }

    private static boolean administers(Mandate mandate, String uscc) {
        return mandate.inForce()
                && mandate.role() == DelegationRole.ADMINISTRATOR
                && mandate.principal().equals(Principal.corporation(uscc));
    }

    /// As what the agent is named.
    ///
    /// @param asked null for the usual
    /// @throws Problem FORM_INVALID where the grantor cannot name such
    DelegationRole role(@Nullable DelegationRole asked) {
        DelegationRole usual =
                principal.kind() == Principal.Kind.PERSON ? DelegationRole.AGENT : DelegationRole.OPERATOR;
        DelegationRole role = asked == null ? usual : asked;
        if (!roles.contains(role)) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "delegationRole").at("role");
        }
        return role;
    }
}
