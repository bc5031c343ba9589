package cn.onenetwork.cases;

import java.util.Collections;
import java.util.Set;

/// An event as the feed reads it: together with what decides who may see it, as that stood in the same moment.
///
/// @param taskCode of the item the case was filed under
/// @param agents   the keys of those whom a delegation lets see the case, as persons
public record JournalNews(
        CaseEventView event,
        JournalPosition position,
        String owner,
        String tenantId,
        CaseStatus status,
        String taskCode,
        Set<String> agents) {

    /// News of a case that nobody acts for by delegation.
    public JournalNews(
            CaseEventView event,
            JournalPosition position,
            String owner,
            String tenantId,
            CaseStatus status,
            String taskCode) {
        this(event, position, owner, tenantId, status, taskCode, Set.of());
    }

    /// Whether somebody with this reach may see the case.
    public boolean isVisibleTo(CaseReach reach) {
        return reach.basis(owner, tenantId, status, delegatedTo(reach)).isPresent();
    }

    /// Whether it belongs into the feed over all cases of somebody with this reach. What happened to a draft is never
    /// told to staff there, also after it was filed: so the feed holds the same whenever it is read.
    public boolean isToldTo(CaseReach reach) {
        return reach.applies(owner, delegatedTo(reach))
                || status != CaseStatus.DRAFT && event.to() != CaseStatus.DRAFT && reach.worksIn(tenantId);
    }

    /// Whether somebody with this reach is told of it by a delegation alone, which can end at any time.
    public boolean restsOnDelegation(CaseReach reach) {
        return !reach.applies(owner, false) && delegatedTo(reach);
    }

    private boolean delegatedTo(CaseReach reach) {
        return !agents.isEmpty() && !Collections.disjoint(reach.owners(), agents);
    }
}
