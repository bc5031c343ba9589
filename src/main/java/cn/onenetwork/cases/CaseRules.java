package cn.onenetwork.cases;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.calendar.WorkingHours;
import cn.onenetwork.catalogue.Tenant;
import java.time.Duration;

/// What a tenant may set of the clocks; where it sets nothing, the law's or the province's value.
///
/// @param preReview     working days in which the window should look at an application (Guizhou: 1); only warns
/// @param receipt       for receipt and the one-off notice (Administrative Licensing Law art. 32: 5)
/// @param delivery      after the decision (art. 44: 10)
/// @param supplement    for the applicant to supplement
/// @param returned      for the applicant to file again what was returned
/// @param archiveDays   calendar days after which a closed case is filed away
/// @param yellowPercent share of a limit, in percent, from which a case counts as due soon
record CaseRules(
        Limit preReview,
        Limit receipt,
        Limit delivery,
        Limit supplement,
        Limit returned,
        int archiveDays,
        int yellowPercent,
        WorkingHours hours) {

    /// How long a claim keeps others away.
    static final Duration CLAIM = Duration.ofMinutes(30);

    static CaseRules of(Tenant tenant) {
        return new CaseRules(
                Limit.workingDays(tenant.number("preReviewWorkdays", 1)),
                Limit.workingDays(tenant.number("oneOffNoticeWorkdays", 5)),
                Limit.workingDays(tenant.number("deliveryWorkdays", 10)),
                Limit.workingDays(tenant.number("supplementWorkdays", 15)),
                Limit.workingDays(tenant.number("returnedWorkdays", 30)),
                tenant.number("archiveAfterDays", 90),
                tenant.number("warningYellowPercent", WarningLevel.DEFAULT_PERCENT),
                WorkingHours.DEFAULT);
    }
}
