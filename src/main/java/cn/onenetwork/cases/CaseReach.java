package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which cases somebody sees, as a value: people with the same reach see the same.
///
/// The applicant's side sees its own, drafts too. Staff see what was filed in their tenant, auditors what was
/// filed anywhere; admins see none.
///
/// @param owners  the keys of all whose cases one applies for
/// @param tenants whose filed cases one works on; none or one
/// @param everywhere whether one reads what was filed in any tenant
public record CaseReach(Set<String> owners, Set<String> tenants, boolean everywhere) {

    public static CaseReach of(Caller caller) {
        return new CaseReach(Owner.keys(caller), tenants(caller), caller.has(Role.AUDITOR));
    }

    private static Set<String> tenants(Caller caller) {
        @Nullable String tenant = caller.tenant();
        return tenant != null && caller.hasAny(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR)
                ? Set.of(tenant)
                : Set.of();
    }

    /// Whether a case with these facts is within reach.
    boolean sees(String owner, String tenantId, CaseStatus status) {
        return owners.contains(owner) || status != CaseStatus.DRAFT && worksIn(tenantId);
    }

    /// Whether it is the reach of staff that covers this tenant.
    boolean worksIn(String tenantId) {
        return everywhere || tenants.contains(tenantId);
    }
}
