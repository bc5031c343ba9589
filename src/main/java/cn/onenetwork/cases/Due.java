package cn.onenetwork.cases;

import java.time.LocalDate;

/// What a clock that runs asks for: the last day, and the first day on which it warns.
public record Due(LocalDate on, LocalDate yellowOn) {}
