package cn.onenetwork.cases;

/// Of what the clock that runs has warned so far, so that each warning comes once; a clock that begins, or is
/// lengthened, has warned of nothing.
enum Warned {
    NOTHING,
    /// Nobody looked at the application within the pre-review.
    PRE_REVIEW,
    DUE_SOON,
    OVERDUE
}
