package cn.onenetwork.calendar;

import org.eclipse.microprofile.graphql.Description;

/// Why a day counts towards a limit, or does not.
@Description("Why a day counts towards a limit, or does not. 计时原因。")
public enum LedgerReason {
    /// A plain working day (工作日), Monday to Friday.
    @Description("A working day. 工作日。")
    WORKING_DAY,
    /// A Saturday or Sunday on which people work to make up for a holiday (调休上班).
    @Description("A weekend day worked to make up for a holiday. 调休上班日。")
    MAKE_UP_WORKING_DAY,
    /// A plain Saturday or Sunday.
    @Description("Saturday or Sunday. 周末。")
    WEEKEND,
    /// A day off by the State Council's notice (节假日), whatever day of the week it is.
    @Description("A day off by the State Council's notice. 节假日。")
    HOLIDAY,
    /// The day of acceptance, which is never counted: day 1 is the next one.
    @Description("The day of acceptance, never counted. 受理当日。")
    START_DAY,
    /// A day that would have counted, had the case not waited for the applicant's supplement (补正).
    @Description("Waiting for the applicant's supplement. 等待补正。")
    SUPPLEMENT,
    /// A day that would have counted, but for a special procedure (特别程序): hearing, inspection, expert
    /// review.
    @Description("A special procedure runs. 特别程序。")
    SPECIAL_PROCEDURE
}
