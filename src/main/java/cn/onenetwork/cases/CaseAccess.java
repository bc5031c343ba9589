package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.Mandate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who may see a case, and who acts in it for its applicant: the one place that says so.
///
/// It is said three times, and a test holds the three together: of a case in Java ([#basis]), as the
/// condition of a query ([#visible]), and as that of the statements of the feed ([#seen]). What the token
/// gives is [CaseReach]; what delegations give is read at the moment of looking, or by the very statement
/// that reads the case. What may be done then, and by which role, stands in [CaseLifecycle]; what else can
/// forbid it, in [CaseGuards]; in whose name it is done, in [Capacity].
///
/// Lists are filtered in the query, never after it.
public final class CaseAccess {

    private static final String FILED = "c.status <> cn.onenetwork.cases.CaseStatus.DRAFT";
    private static final String FILED_THERE = FILED + " and (:everywhere = true or c.tenantId = :tenant)";

    private static final int FEW = 4;

    /// No tenant is called so.
    private static final String NOWHERE = "";

    private static final Map<CaseAction, DelegatedAction> DELEGATED = Map.of(
            CaseAction.DRAFT_SAVE, DelegatedAction.DRAFT,
            CaseAction.SUBMIT, DelegatedAction.SUBMIT,
            CaseAction.SUPPLEMENT, DelegatedAction.SUPPLEMENT,
            CaseAction.WITHDRAW, DelegatedAction.WITHDRAW,
            CaseAction.DOCUMENT_UPLOAD, DelegatedAction.UPLOAD,
            CaseAction.DOCUMENT_REUSE, DelegatedAction.UPLOAD,
            CaseAction.DOCUMENT_REMOVE, DelegatedAction.UPLOAD);

    private CaseAccess() {}

    /// By what right the caller sees the case; empty where it does not.
    ///
    /// @param caller with its mandates
    static Optional<AccessBasis> basis(Caller caller, CaseRecord one) {
        return CaseReach.of(caller).basis(one.owner(), one.tenantId(), one.status(), delegated(caller, one));
    }

    static boolean mayRead(Caller caller, CaseRecord one) {
        return basis(caller, one).isPresent();
    }

    static boolean worksOn(Caller caller, CaseRecord one) {
        return CaseReach.of(caller).tenants().contains(one.tenantId());
    }

    /// What an agent needs to be granted for an action of the applicant.
    static DelegatedAction delegated(CaseAction action) {
        return Optional.ofNullable(DELEGATED.get(action)).orElseThrow();
    }

    private static boolean delegated(Caller caller, CaseRecord one) {
        return caller.mandates().stream()
                .anyMatch(mandate -> mandate.covers(one.owner(), one.itemKey().taskCode()));
    }

    /// The condition on a `ServiceCase c` that the caller sees it.
    ///
    /// @param caller with its mandates
    static Condition visible(Caller caller) {
        CaseReach reach = CaseReach.of(caller);
        Condition mine = mine(caller);
        Map<String, Object> parameters = new HashMap<>(mine.parameters());
        parameters.put("everywhere", reach.everywhere());
        parameters.put("tenant", tenant(reach));
        return new Condition("(" + mine.text() + " or " + FILED_THERE + ")", parameters);
    }

    /// The condition on a `ServiceCase c` that it was filed where the caller works.
    static Condition filedThere(Caller caller) {
        return new Condition(FILED + " and c.tenantId = :tenant", Map.of("tenant", tenant(CaseReach.of(caller))));
    }

    private static String tenant(CaseReach reach) {
        return reach.tenants().stream().findFirst().orElse(NOWHERE);
    }

    /// The condition on a `ServiceCase c` that it is of the caller's side. Whoever acts in all items of a
    /// principal is asked for as the principal itself, so that the index by owner serves both.
    ///
    /// @param caller with its mandates
    public static Condition mine(Caller caller) {
        Set<String> owners = new HashSet<>(CaseReach.of(caller).owners());
        Set<String> principals = new HashSet<>();
        Set<String> items = new HashSet<>();
        caller.mandates().stream().filter(Mandate::inForce).forEach(mandate -> {
            String key = mandate.principal().key();
            if (mandate.items() == null) {
                owners.add(key);
            } else {
                principals.add(key);
                mandate.items().forEach(item -> items.add(key + " " + item));
            }
        });
        return principals.isEmpty()
                ? owned(owners)
                : new Condition(
                        "(c.owner in (:owners)"
                                + " or c.owner in (:principals) and concat(c.owner, ' ', c.taskCode) in (:items))",
                        Map.of("owners", owners, "principals", principals, "items", items));
    }

    /// Each owner is a parameter, where there are few: with a list for one, Hibernate would translate the query anew
    /// each time.
    private static Condition owned(Set<String> owners) {
        if (owners.size() > FEW) {
            return new Condition("c.owner in (:owners)", Map.of("owners", owners));
        }
        Map<String, Object> parameters = new TreeMap<>();
        owners.forEach(owner -> parameters.put("owner" + parameters.size(), owner));
        return switch (owners.size()) {
            case 0 -> new Condition("1 = 0", parameters);
            case 1 -> new Condition("c.owner = :owner0", parameters);
            default -> new Condition("c.owner in (:" + String.join(", :", parameters.keySet()) + ")", parameters);
        };
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

    /// A condition of a query, and what it asks for by name.
    public record Condition(String text, Map<String, Object> parameters) {}

    /// The condition on a `service_case c` that it is seen.
    ///
    /// @param first number of the first of five parameters: owners, tenants, everywhere, agent, now
    static String seen(int first) {
        return """
                (c.owner = any($%d) or %s
                 or c.status <> 'DRAFT' and ($%d or c.tenant_id = any($%d)))
                """.formatted(first, delegated("$" + (first + 3), "$" + (first + 4)), first + 2, first + 1);
    }

    /// The condition on a `service_case c` that a delegation of this agent covers it now.
    static String delegated(String agent, String now) {
        return "exists (select from delegation d where d.agent = %s and d.principal = c.owner and %s)"
                .formatted(agent, covers("d", now));
    }

    /// The condition on a `delegation` that it is in force and covers the `service_case c`, whose owner it
    /// is for.
    ///
    /// @param one what the delegation is called in the query
    /// @param now the parameter that holds the time
    public static String covers(String one, String now) {
        return """
                %1$s.status = 'ACTIVE' and %1$s.valid_from <= %2$s and %1$s.valid_to > %2$s
                and (%1$s.items is null or c.task_code = any(%1$s.items))""".formatted(one, now);
    }

    /// Those who see a `service_case c` as agents now, as a column.
    static String agents(String now) {
        return "array(select d.agent from delegation d where d.principal = c.owner and " + covers("d", now)
                + ") as agents";
    }
}
