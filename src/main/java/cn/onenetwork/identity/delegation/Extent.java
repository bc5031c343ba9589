package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How far a delegation reaches.
///
/// @param items   task codes of the items; null for all
/// @param actions what the agent may do besides seeing
/// @param from    first instant at which it counts
/// @param to      first instant at which it counts no more
record Extent(@Nullable Set<String> items, Set<DelegatedAction> actions, Instant from, Instant to) {

    static final int MOST_ITEMS = 100;
    /// Nobody remembers for longer whom they trusted with what.
    static final int LONGEST_YEARS = 5;

    private static final Pattern TASK_CODE = Pattern.compile("[0-9A-Za-z]{1,64}");

    /// Checks what it is for. An administrator acts in all items.
    ///
    /// @throws Problem FORM_INVALID at `items`
    void checkItems(DelegationRole role) {
        if (items != null && (role == DelegationRole.ADMINISTRATOR || !areTaskCodes(items))) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "delegatedItems", MOST_ITEMS)
                    .at("items");
        }
    }

    private static boolean areTaskCodes(Set<String> items) {
        return !items.isEmpty()
                && items.size() <= MOST_ITEMS
                && items.stream().allMatch(item -> TASK_CODE.matcher(item).matches());
    }

    /// From now on at the earliest.
    ///
    /// @throws Problem FORM_INVALID at `validTo`
    Extent checked(Instant now) {
        Instant begin = from.isBefore(now) ? now : from;
        Instant latest = begin.atOffset(ZoneOffset.UTC)
                .plus(Period.ofYears(LONGEST_YEARS))
                .toInstant();
        if (!to.isAfter(begin) || to.isAfter(latest)) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "validity", LONGEST_YEARS)
                    .at("validTo");
        }
        return new Extent(items, actions, begin, to);
    }

    /// Whether it gives nothing that the other does not give.
    boolean within(Extent other) {
        boolean items = other.items == null || this.items != null && other.items.containsAll(this.items);
        return items && other.actions.containsAll(actions) && !from.isBefore(other.from) && !to.isAfter(other.to);
    }
}
