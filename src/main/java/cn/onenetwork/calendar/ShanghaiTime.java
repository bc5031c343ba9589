package cn.onenetwork.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// The only place where an instant becomes a day. Days begin and end at midnight in Shanghai, wherever the
/// server runs.
public final class ShanghaiTime {

    /// The zone of every date in this service.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ShanghaiTime() {}

    /// The day of an instant.
    public static LocalDate dayOf(Instant instant) {
        return at(instant).toLocalDate();
    }

    static LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }
}
