package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import java.util.Map;

/// Who may see a case, as the condition of a query; [CaseReach] says the same of a case that is there.
///
/// Everything is filtered in the query, never after it: lists, single cases, and what is locked.
final class CaseAccess {

    /// The condition on a `ServiceCase c`, with the parameters of [#parameters(Caller)].
    static final String VISIBLE = """
            (c.owner in (:owners)
             or c.status <> cn.onenetwork.cases.CaseStatus.DRAFT and (:everywhere = true or c.tenantId = :tenant))
            """;

    /// No tenant is called so.
    private static final String NOWHERE = "";

    private CaseAccess() {}

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
