package cn.onenetwork.cases;

/// What a move does to the clock that counts against the administration.
public enum ClockEffect {
    /// Nothing.
    NONE,
    /// The limit of five working days for receipt and the one-off notice begins (Administrative Licensing Law
    /// art. 32).
    RECEIPT_STARTS,
    /// The receipt limit ends, the promised and the statutory limit begin (art. 42).
    DECISION_STARTS,
    /// The clock that runs stops for good.
    STOPS,
    /// The decision stops the clock; ten working days for delivery begin (art. 44).
    DELIVERY_STARTS
}
