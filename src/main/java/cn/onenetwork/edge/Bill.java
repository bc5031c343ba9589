package cn.onenetwork.edge;

import graphql.ExecutionResult;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an operation was charged, and what it turned out to cost: `extensions.cost` of its answer.
record Bill(Price price, Asker asker, Budgets budgets) {

    /// Gives back what was not used. Without data nobody knows what was done, so all of it counts as used. Lists
    /// that were longer than they were taken to be are not charged afterwards.
    Cost settle(ExecutionResult result) {
        long asked = price.asked();
        long used = result.isDataPresent() ? price.used(result.getData()) : asked;
        return new Cost(asked, used, budgets.giveBack(asker, Math.max(0, asked - used)));
    }

    /// Points.
    ///
    /// @param asked what the operation could have cost at most, taken before it ran
    /// @param used  what it cost by its answer
    /// @param left  what the asker may spend on this pod now
    record Cost(long asked, long used, long left) {

        /// @param personal false where others may be shown the same answer
        Map<String, Object> toMap(boolean personal) {
            Map<String, Object> cost = new LinkedHashMap<>();
            cost.put("asked", asked);
            cost.put("used", used);
            if (personal) {
                cost.put("left", left);
            }
            return cost;
        }
    }
}
