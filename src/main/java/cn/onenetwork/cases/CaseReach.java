package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.identity.Role;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which cases somebody sees by the token, as a value: people with the same reach see the same.
///
/// The applicant's side sees its own, drafts too. Staff see what was filed in their tenant, auditors what
/// was filed anywhere; admins see none. An agent sees besides what its delegations cover at the moment of
/// looking: they are no part of this value, because they begin and end, see [CaseAccess].
///
/// @param owners  the keys of all whose cases one applies for
/// @param tenants whose filed cases one works on; none or one
/// @param everywhere whether one reads what was filed in any tenant
public record CaseReach(Set<String> owners, Set<String> tenants, boolean everywhere) {

    public static CaseReach of(Caller caller) {
        return new CaseReach(Owner.keys(caller), tenants(caller), caller.has(Role.AUDITOR));
    }

    /// The subject by which one's delegations are found: that of the person among the owners. Null for people who are
    /// no applicants.
    @Nullable
    String agent() {
        for (String owner : owners) {
            Principal one = Principal.parse(owner);
            if (one.kind() == Principal.Kind.PERSON) {
                return one.id();
            }
        }
        return null;
    }

    private static Set<String> tenants(Caller caller) {
        @Nullable String tenant = caller.tenant();
        return tenant != null && caller.hasAny(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR)
                ? Set.of(tenant)
                : Set.of();
    }

    /// By what right a case with these facts is seen; empty where it is not.
    ///
    /// @param delegated whether a delegation covers it now
    Optional<AccessBasis> basis(String owner, String tenantId, CaseStatus status, boolean delegated) {
        if (owners.contains(owner)) {
            boolean person = Principal.parse(owner).kind() == Principal.Kind.PERSON;
            return Optional.of(person ? AccessBasis.OWNER : AccessBasis.CORPORATION);
        }
        if (delegated) {
            return Optional.of(AccessBasis.DELEGATION);
        }
        if (status == CaseStatus.DRAFT) {
            return Optional.empty();
        }
        return tenants.contains(tenantId)
                ? Optional.of(AccessBasis.STAFF)
                : Optional.of(AccessBasis.AUDIT).filter(_ -> everywhere);
    }

    /// Whether it is on the applicant's side that a case is seen.
    boolean applies(String owner, boolean delegated) {
        return owners.contains(owner) || delegated;
    }

    /// Whether it is the reach of staff that covers this tenant.
    boolean worksIn(String tenantId) {
        return everywhere || tenants.contains(tenantId);
    }
}
