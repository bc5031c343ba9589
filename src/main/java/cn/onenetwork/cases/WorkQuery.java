package cn.onenetwork.cases;

import cn.onenetwork.calendar.WarningLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an officer looks for among the cases that wait for the tenant.
///
/// @param department implementer of the item; null for all
/// @param statuses   null for all that wait for the administration
/// @param warning    how urgent; null for all
/// @param text       start of a case number, or part of the item's name; null for all
public record WorkQuery(
        @Nullable String tenant,
        @Nullable String department,
        @Nullable List<CaseStatus> statuses,
        @Nullable WarningLevel warning,
        @Nullable String text) {

    /// What waits for the administration.
    public static final List<CaseStatus> WAITING = List.of(
            CaseStatus.SUBMITTED,
            CaseStatus.RECEIVED,
            CaseStatus.ACCEPTED,
            CaseStatus.UNDER_REVIEW,
            CaseStatus.SPECIAL_PROCEDURE,
            CaseStatus.DELIVERING);
}
