package cn.onenetwork.cases;

import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.calendar.WorkingHours;
import cn.onenetwork.catalogue.Tenant;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a tenant may set of the clocks; where it sets nothing, the law's or the province's value.
///
/// @param preReview     working days in which the window should look at an application (Guizhou: 1); only warns
/// @param receipt       for receipt and the one-off notice (Administrative Licensing Law art. 32: 5)
/// @param delivery      after the decision (art. 44: 10)
/// @param supplement    for the applicant to supplement
/// @param returned      for the applicant to file again what was returned
/// @param archiveDays   calendar days after which a closed case is filed away
/// @param yellowPercent share of a limit, in percent, from which a case counts as due soon
/// @param hours         within which an application comes in on the same day, such as `09:00-17:00`
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

    private static final int LONGEST_WORKDAYS = 250;
    private static final int LONGEST_ARCHIVE_DAYS = 3_650;
    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");

    /// The rules of a tenant. A setting that makes no sense counts as not set, because a slip of the pen must
    /// not stop every case of a tenant.
    static CaseRules of(Tenant tenant) {
        return new CaseRules(
                workdays(tenant, "preReviewWorkdays", 1),
                workdays(tenant, "oneOffNoticeWorkdays", 5),
                workdays(tenant, "deliveryWorkdays", 10),
                workdays(tenant, "supplementWorkdays", 15),
                workdays(tenant, "returnedWorkdays", 30),
                number(tenant, "archiveAfterDays", LONGEST_ARCHIVE_DAYS, 90),
                number(tenant, "warningYellowPercent", 100, WarningLevel.DEFAULT_PERCENT),
                hours(tenant));
    }

    private static Limit workdays(Tenant tenant, String setting, int fallback) {
        return Limit.workingDays(number(tenant, setting, LONGEST_WORKDAYS, fallback));
    }

    private static int number(Tenant tenant, String setting, int most, int fallback) {
        int value = tenant.number(setting, fallback);
        return value < 0 || value > most ? fallback : value;
    }

    private static WorkingHours hours(Tenant tenant) {
        Matcher text = HOURS.matcher(String.valueOf(tenant.config().get("workingHours")));
        if (!text.matches()) {
            return WorkingHours.DEFAULT;
        }
        LocalTime opens = LocalTime.of(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2)));
        LocalTime closes = LocalTime.of(Integer.parseInt(text.group(3)), Integer.parseInt(text.group(4)));
        return opens.isBefore(closes) ? new WorkingHours(opens, closes) : WorkingHours.DEFAULT;
    }
}
