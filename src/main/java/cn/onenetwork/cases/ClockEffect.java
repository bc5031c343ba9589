package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// What a move does to the clocks of a case.
@Description("What an event does to the clocks. 计时影响。")
public enum ClockEffect {
    @Description("Nothing. 无。")
    NONE,
    /// Administrative Licensing Law art. 32: receipt and the one-off notice within five working days.
    @Description("The limit for receipt begins. 收件时限起算。")
    RECEIPT_STARTS,
    /// The applicant has the word: the clock of receipt stands still, the applicant's own runs.
    @Description("The limit for receipt stands still, the applicant's own runs. 收件时限中止。")
    RECEIPT_PAUSES,
    @Description("The limit for receipt goes on. 收件时限恢复。")
    RECEIPT_RESUMES,
    /// Administrative Licensing Law art. 42: the promised and the statutory limit, from the next working day.
    @Description("The limit for the decision begins. 办理时限起算。")
    DECISION_STARTS,
    /// Administrative Licensing Law art. 45: the days of a special procedure do not count.
    @Description("The limit for the decision stands still. 办理时限中止。")
    DECISION_PAUSES,
    @Description("The limit for the decision goes on. 办理时限恢复。")
    DECISION_RESUMES,
    /// Administrative Licensing Law art. 42: lengthened once, with the reasons told.
    @Description("The limit for the decision is lengthened. 办理时限延长。")
    DECISION_EXTENDS,
    /// Administrative Licensing Law art. 44: the licence is delivered within ten working days.
    @Description("The limit for delivery begins. 送达时限起算。")
    DELIVERY_STARTS,
    @Description("The clock that runs stops for good. 计时终止。")
    STOPS;

    /// Whether a clock begins, or gets a later last day: what it warned of before no longer holds.
    boolean renews() {
        return switch (this) {
            case RECEIPT_STARTS, DECISION_STARTS, DECISION_EXTENDS, DELIVERY_STARTS -> true;
            case NONE, RECEIPT_PAUSES, RECEIPT_RESUMES, DECISION_PAUSES, DECISION_RESUMES, STOPS -> false;
        };
    }
}
