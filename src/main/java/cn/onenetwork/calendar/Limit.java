package cn.onenetwork.calendar;

/// A time limit (办理时限) as the law or a promise states it.
///
/// @param value how many days; zero or more
/// @param unit which days count
public record Limit(int value, LimitUnit unit) {

    /// Which days a limit counts.
    public enum LimitUnit {
        /// Working days (工作日), the unit of the Administrative Licence Law (行政许可法 art. 82).
        WORKING_DAY,
        /// Calendar days (自然日); a last day of rest moves to the next working day.
        NATURAL_DAY
    }

    public Limit {
        if (value < 0) {
            throw new IllegalArgumentException("A limit is not negative");
        }
    }

    public static Limit workingDays(int value) {
        return new Limit(value, LimitUnit.WORKING_DAY);
    }

    public static Limit naturalDays(int value) {
        return new Limit(value, LimitUnit.NATURAL_DAY);
    }
}
