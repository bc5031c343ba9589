package cn.onenetwork.calendar;

/// Why a day counts towards a limit, or does not.
public enum LedgerReason {
    /// A plain working day (工作日), Monday to Friday.
    WORKING_DAY,
    /// A Saturday or Sunday on which people work to make up for a holiday (调休上班).
    MAKE_UP_WORKING_DAY,
    /// A plain Saturday or Sunday.
    WEEKEND,
    /// A day off by the State Council's notice (节假日), whatever day of the week it is.
    HOLIDAY,
    /// The day of acceptance, which is never counted: day 1 is the next one.
    START_DAY,
    /// A day that would have counted, had the case not waited for the applicant's supplement (补正).
    SUPPLEMENT,
    /// A day that would have counted, but for a special procedure (特别程序): hearing, inspection, expert review.
    SPECIAL_PROCEDURE
}
