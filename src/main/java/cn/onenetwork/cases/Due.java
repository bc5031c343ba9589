package cn.onenetwork.cases;

import java.time.LocalDate;

/// What a clock that runs asks for: the last day, and the first day on which it warns.
///
/// @param provisional whether a day of the reckoning lies in a year whose holiday notice is not out yet
record Due(LocalDate on, LocalDate yellowOn, boolean provisional) {}
