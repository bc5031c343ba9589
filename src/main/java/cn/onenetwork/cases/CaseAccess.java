package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import java.util.Map;

/// Who may see a case, once as a predicate and once as the same condition of a query; see [CaseReach].
///
/// Lists are filtered in the query, never after it.
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
        return CaseReach.of(caller).sees(one.owner(), one.tenantId(), one.status());
    }

    static boolean worksOn(Caller caller, CaseRecord one) {
        return CaseReach.of(caller).tenants().contains(one.tenantId());
    }

    static Map<String, Object> parameters(Caller caller) {
        CaseReach reach = CaseReach.of(caller);
        return Map.of(
                "owners", reach.owners(),
                "everywhere", reach.everywhere(),
                "tenant", reach.tenants().stream().findFirst().orElse(NOWHERE));
    }
}
