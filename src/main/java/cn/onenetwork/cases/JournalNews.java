package cn.onenetwork.cases;

/// An event as the feed reads it: together with what decides who may see it, as that stood in the same moment.
///
/// @param taskCode of the item the case was filed under
public record JournalNews(
        CaseEventView event,
        JournalPosition position,
        String owner,
        String tenantId,
        CaseStatus status,
        String taskCode) {

    /// Whether somebody with this reach may see the case.
    public boolean isVisibleTo(CaseReach reach) {
        return reach.sees(owner, tenantId, status);
    }

    /// Whether it belongs into the feed over all cases of somebody with this reach. What happened to a draft is never
    /// told to staff there, also after it was filed: so the feed holds the same whenever it is read.
    public boolean isToldTo(CaseReach reach) {
        return reach.owners().contains(owner)
                || status != CaseStatus.DRAFT && event.to() != CaseStatus.DRAFT && reach.worksIn(tenantId);
    }
}
