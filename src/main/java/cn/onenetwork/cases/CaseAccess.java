package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may see a case, as the condition of a query; [CaseReach] says the same of a case that is there.
///
/// Everything is filtered in the query, never after it: lists, single cases, and what is locked.
final class CaseAccess {

    private static final String FILED_THERE =
            "c.status <> cn.onenetwork.cases.CaseStatus.DRAFT and (:everywhere = true or c.tenantId = :tenant)";

    /// No tenant is called so.
    private static final String NOWHERE = "";

    private CaseAccess() {}

    static boolean worksOn(Caller caller, CaseRecord one) {
        return CaseReach.of(caller).tenants().contains(one.tenantId());
    }

    static Map<String, Object> parameters(Caller caller) {
        CaseReach reach = CaseReach.of(caller);
        Map<String, Object> parameters = new HashMap<>(owners(caller));
        parameters.put("everywhere", reach.everywhere());
        parameters.put("tenant", reach.tenants().stream().findFirst().orElse(NOWHERE));
        return parameters;
    }

    /// The condition on a `ServiceCase c` that the caller may see it, with the parameters of
    /// [#parameters(Caller)].
    static String visible(Caller caller) {
        return "(" + own(caller) + " or " + FILED_THERE + ")";
    }

    /// The condition on a `ServiceCase c` that it is of the caller's side, with the parameters of
    /// [#owners(Caller)]. There are two owners at most, each a parameter: with a list for one, Hibernate would
    /// translate the query anew each time.
    static String own(Caller caller) {
        return switch (CaseReach.of(caller).owners().size()) {
            case 0 -> "1 = 0";
            case 1 -> "c.owner = :owner0";
            default -> "c.owner in (:owner0, :owner1)";
        };
    }

    static Map<String, Object> owners(Caller caller) {
        Map<String, Object> parameters = new HashMap<>();
        CaseReach.of(caller).owners().forEach(owner -> parameters.put("owner" + parameters.size(), owner));
        return parameters;
    }

    /// The condition on a `ServiceCase c` that its status is one of these. They stand in the text: indexes
    /// are over some of them, and a plan that is made once has to know that no others are asked for.
    static String among(Collection<CaseStatus> statuses) {
        return statuses.isEmpty()
                ? "1 = 0"
                : Set.copyOf(statuses).stream()
                        .sorted()
                        .map(status -> CaseStatus.class.getName() + "." + status.name())
                        .collect(Collectors.joining(", ", "c.status in (", ")"));
    }
}
