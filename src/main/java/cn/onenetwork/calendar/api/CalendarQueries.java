package cn.onenetwork.calendar.api;

import cn.onenetwork.calendar.LedgerReason;
import cn.onenetwork.calendar.Limit;
import cn.onenetwork.calendar.Reckoning;
import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.calendar.WorkCalendars;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

@GraphQLApi
public class CalendarQueries {

    private static final long MOST_DAYS = 400;
    private static final int MOST_WORKDAYS = 10_000;

    private final WorkCalendars calendars;
    private final Callers callers;

    CalendarQueries(WorkCalendars calendars, Callers callers) {
        this.calendars = calendars;
        this.callers = callers;
    }

    @Query
    @Description(
            "Which days count, and why, by the State Council's holiday notices. At most 400 days. 工作日历。 Needs no login.")
    public Uni<List<@NonNull WorkCalendarDay>> workCalendar(
            @NonNull @Name("from") @Description("First day. 起始日。") LocalDate from,
            @NonNull @Name("to") @Description("Last day. 截止日。") LocalDate to) {
        return Uni.createFrom().item(days(from, to, callers.current().locale()));
    }

    @Query
    @Description("The last day of a limit of so many working days that starts on `from`: day 1 is the next working day."
            + " 期限计算。 Needs no login.")
    public Uni<DueDate> dueDate(
            @NonNull @Name("from") @Description("The starting day, which is not counted. 起算日。") LocalDate from,
            @Name("workdays") @Description("Length of the limit, 0 to 10000. 工作日数。") int workdays) {
        return Uni.createFrom().item(due(from, workdays, callers.current().locale()));
    }

    private List<WorkCalendarDay> days(LocalDate from, LocalDate to, Locale locale) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.badInput("days", locale);
        }
        try {
            return calendars.current().days(from, to).stream()
                    .map(WorkCalendarDay::of)
                    .toList();
        } catch (DateTimeException outside) {
            throw Refusal.badInput("days", locale);
        }
    }

    private DueDate due(LocalDate from, int workdays, Locale locale) {
        if (workdays < 0 || workdays > MOST_WORKDAYS) {
            throw Refusal.badInput("workdays", locale);
        }
        try {
            Reckoning.Deadline deadline =
                    Reckoning.of(from, Limit.workingDays(workdays)).deadline(calendars.current(), from);
            return new DueDate(deadline.dueOn(), deadline.provisional());
        } catch (DateTimeException outside) {
            throw Refusal.badInput("days", locale);
        }
    }

    @Name("WorkCalendarDay")
    @Description("One day of the work calendar. 日历中的一天。")
    public record WorkCalendarDay(
            @NonNull @Description("The day. 日期。") LocalDate date,

            @Description("Whether it is a working day. 是否工作日。")
            boolean working,

            @NonNull @Description("Why. 原因。") LedgerReason reason,

            @Description("The holiday, where a notice names one. 节假日名称。") @Nullable
            String name) {

        static WorkCalendarDay of(WorkCalendar.CalendarDay day) {
            return new WorkCalendarDay(day.date(), day.working(), day.reason(), day.name());
        }
    }

    @Name("DueDate")
    @Description("The last day of a limit. 期限届满日。")
    public record DueDate(
            @NonNull @Description("The last day, until 24:00 in Shanghai. 届满日。")
            LocalDate dueOn,

            @Description("True while a day of the reckoning lies in a year whose holiday notice is not out yet. 是否暂定。")
            boolean provisional) {}
}
