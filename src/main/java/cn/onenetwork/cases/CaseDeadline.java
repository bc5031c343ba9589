package cn.onenetwork.cases;

import cn.onenetwork.calendar.LedgerReason;
import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.Reckoning;
import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.TimeLimit;
import cn.onenetwork.catalogue.TimeLimitUnit;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// When a case is due and why, day by day.
@Description("When a case is due, and why. 办理期限。")
public record CaseDeadline(
        @Description("Last day of the promised limit; null before acceptance. 承诺办结日。") @Nullable
        LocalDate promisedDueOn,

        @Description("Last day of the statutory limit; null before acceptance, and where the law sets no limit. 法定办结日。")
        @Nullable
        LocalDate statutoryDueOn,

        @Description("Working days left of the promise; negative when overdue; null before acceptance. 剩余工作日。")
        @Nullable
        Integer remainingWorkdays,

        @NonNull @Description("How urgent it is. 预警级别。") WarningLevel warning,

        @Description("Whether the clock stands still today. 是否中止计时。")
        boolean paused,

        @Description("True while a day of the reckoning lies in a year whose holiday notice is not out yet. 是否暂定。")
        boolean provisional,

        @Description("Where the applicant has to answer: the due day if the answer came today. 今日补正后的办结日。") @Nullable
        LocalDate promisedDueOnIfAnsweredToday,

        @NonNull @Description("Every calendar day since acceptance: did it count, and why. 计时明细。")
        List<@NonNull LedgerDay> ledger) {

    /// The deadline of an accepted case, as of a day; of a decided case as of the day of the decision.
    static CaseDeadline of(
            CaseDates one, LocalDate acceptedOn, ServiceItem item, WorkCalendar calendar, LocalDate asOf) {
        CaseTimes times = one.times();
        Reckoning promised = reckoning(acceptedOn, item.promisedLimit(), times);
        Reckoning.Deadline deadline = promised.deadline(calendar, asOf);
        LocalDate statutory = item.statutoryLimit().value() == 0
                ? null
                : reckoning(acceptedOn, item.statutoryLimit(), times)
                        .deadline(calendar, asOf)
                        .dueOn();
        int percent = CaseRules.of(item.tenant()).yellowPercent();
        return new CaseDeadline(
                deadline.dueOn(),
                statutory,
                deadline.remainingWorkdays(),
                WarningLevel.of(deadline.remainingWorkdays(), promised.limit(), percent),
                deadline.paused(),
                deadline.provisional(),
                one.status() == CaseStatus.POST_ACCEPT_SUPPLEMENT ? deadline.dueOn() : null,
                promised.ledger(calendar, asOf).stream().map(LedgerDay::of).toList());
    }

    static Reckoning reckoning(LocalDate acceptedOn, TimeLimit limit, CaseTimes times) {
        return new Reckoning(acceptedOn, limit(limit), times.extensionWorkdays(), times.sinceAcceptance());
    }

    /// Before acceptance neither limit runs yet; the clock of receipt warns, or stands still for the applicant.
    static CaseDeadline beforeAcceptance(CaseDates one, LocalDate today) {
        boolean paused = one.status() == CaseStatus.SUPPLEMENT_REQUIRED;
        LocalDate yellowOn = one.yellowOn();
        boolean soon = yellowOn != null && !today.isBefore(yellowOn);
        return new CaseDeadline(
                null, null, null, soon ? WarningLevel.YELLOW : WarningLevel.GREEN, paused, false, null, List.of());
    }

    static Limit limit(TimeLimit limit) {
        return limit.unit() == TimeLimitUnit.WORKING_DAY
                ? Limit.workingDays(limit.value())
                : Limit.naturalDays(limit.value());
    }

    /// One day of the ledger.
    @Description("One calendar day since acceptance. 计时明细中的一天。")
    public record LedgerDay(
            @NonNull @Description("The day. 日期。") LocalDate date,
            @Description("Whether it counted. 是否计入。") boolean counts,
            @NonNull @Description("Why. 原因。") LedgerReason reason) {

        static LedgerDay of(Reckoning.LedgerDay day) {
            return new LedgerDay(day.date(), day.counts(), day.reason());
        }
    }
}
