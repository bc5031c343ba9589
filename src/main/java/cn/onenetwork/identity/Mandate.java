package cn.onenetwork.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an accepted delegation (授权代办) lets its agent do, as it was in the moment in which it was read.
///
/// @param principalName registered name of a corporation; masked name of a person
/// @param items         task codes of the items it is for; null for all
/// @param inForce       false for one that has ended or has not begun: it grants nothing, but it was a tie
public record Mandate(
        UUID delegation,
        Principal principal,
        String principalName,
        DelegationRole role,
        @Nullable Set<String> items,
        Set<DelegatedAction> actions,
        boolean inForce) {

    /// Whether the agent sees what belongs to this owner in this item.
    ///
    /// @param owner    a key, see [Principal#key]
    /// @param taskCode of the item
    public boolean covers(String owner, String taskCode) {
        return inForce && principal.key().equals(owner) && (items == null || items.contains(taskCode));
    }

    public boolean allows(DelegatedAction action) {
        return inForce && actions.contains(action);
    }
}
