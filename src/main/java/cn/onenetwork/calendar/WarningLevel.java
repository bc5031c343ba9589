package cn.onenetwork.calendar;

import org.eclipse.microprofile.graphql.Description;

/// How urgent a case is, for the electronic supervision (电子监察). No national threshold is known: the share
/// that warns is the tenant's to set.
@Description("How urgent a case is. 预警级别。")
public enum WarningLevel {
    /// Time enough, or no limit.
    @Description("Time enough. 正常。")
    GREEN,
    /// Due soon (黄牌): at most the last day, or the tenant's share of the limit, is left.
    @Description("Due soon. 黄牌预警。")
    YELLOW,
    /// Overdue (红牌).
    @Description("Overdue. 红牌超期。")
    RED;

    /// The share of the limit, in percent, below which a case is due soon, where the tenant sets none.
    public static final int DEFAULT_PERCENT = 20;

    /// `RED` when less than no working day remains; `YELLOW` when at most `max(1, percent of the limit, rounded
    /// up)` working days remain.
    ///
    /// A limit in natural days takes the same share of its calendar days and so warns a little earlier.
    ///
    /// @param remainingWorkdays working days left, negative when overdue
    /// @param limit the limit as promised, without extension
    /// @param percent share of the limit, 0 to 100
    public static WarningLevel of(int remainingWorkdays, Limit limit, int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("A share lies between 0 and 100 percent");
        }
        long soon = Math.max(1, Math.ceilDiv((long) limit.value() * percent, 100));
        if (remainingWorkdays < 0) {
            return RED;
        }
        return remainingWorkdays <= soon ? YELLOW : GREEN;
    }
}
