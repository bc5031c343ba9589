package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import java.util.Map;
import java.util.Objects;

/// Who may see a case, once as a predicate and once as the same condition of a query.
///
/// The applicant's side sees its own, drafts too. Staff see what was filed in their tenant, auditors what was
/// filed anywhere; admins see none. Lists are filtered in the query, never after it.
final class CaseAccess {

    /// The condition on a `ServiceCase c`, with the parameters of [#parameters(Caller)].
    static final String VISIBLE = """
            (c.owner in (:owners)
             or c.status <> cn.onenetwork.cases.CaseStatus.DRAFT and (:everywhere = true or c.tenantId = :tenant))
            """;

    /// No tenant is called so.
    private static final String NOWHERE = "";

    private CaseAccess() {}

    static boolean mayRead(Caller caller, CaseRecord one) {
        return Owner.keys(caller).contains(one.owner())
                || one.status() != CaseStatus.DRAFT
                        && (caller.has(Role.AUDITOR) || one.tenantId().equals(tenant(caller)));
    }

    static boolean worksOn(Caller caller, CaseRecord one) {
        return one.tenantId().equals(tenant(caller));
    }

    static Map<String, Object> parameters(Caller caller) {
        return Map.of(
                "owners", Owner.keys(caller),
                "everywhere", caller.has(Role.AUDITOR),
                "tenant", tenant(caller));
    }

    private static String tenant(Caller caller) {
        return caller.hasAny(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR)
                ? Objects.requireNonNullElse(caller.tenant(), NOWHERE)
                : NOWHERE;
    }
}
