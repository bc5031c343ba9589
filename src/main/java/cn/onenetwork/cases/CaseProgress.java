package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WarningLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// How a case stands, for somebody of whom nothing is known but that they were told its query code: no person, no
/// form, no remark, and no id by which more could be asked.
@Description("How a case stands, as somebody without a login is told. 办件进度（免登录查询）。")
public record CaseProgress(
        @NonNull @Description("Number of the case. 办件编号。") String caseNo,

        @NonNull @Description("Name of the service item. 事项名称。")
        String itemName,

        @NonNull @Description("Where the case stands. 状态。") CaseStatus status,

        @NonNull @Description("The group in which it is shown. 分组。")
        CaseTab tab,

        @Description("Last day of the promised limit; null before acceptance. 承诺办结日。") @Nullable
        LocalDate promisedDueOn,

        @NonNull @Description("How urgent it is. 预警级别。") WarningLevel warning,

        @NonNull @Description("The last steps it took, newest first; at most 10. 最近办理环节。")
        List<@NonNull CaseProgressStep> steps) {

    /// How many steps are told at most.
    static final int STEPS = 10;

    /// @param deadline null where there is none
    /// @param newest   the steps, newest first
    static CaseProgress of(ServiceCase one, @Nullable CaseDeadline deadline, List<JournalEntry> newest) {
        return new CaseProgress(
                Objects.requireNonNull(one.caseNo, "a draft tells nobody how it stands"),
                one.itemName,
                one.status(),
                one.status().tab(),
                deadline == null ? null : deadline.promisedDueOn(),
                deadline == null ? WarningLevel.GREEN : deadline.warning(),
                newest.stream()
                        .map(entry -> new CaseProgressStep(entry.kind, ShanghaiTime.dayOf(entry.at)))
                        .toList());
    }

    /// A step that a case took, by its day.
    @Description("A step that a case took. 办理环节。")
    public record CaseProgressStep(
            @NonNull @Description("What happened. 事件类型。") CaseEventKind kind,
            @NonNull @Description("On which day. 日期。") LocalDate on) {}
}
