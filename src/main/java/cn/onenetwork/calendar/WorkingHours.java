package cn.onenetwork.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// When an office works (工作时间), in Shanghai time, and so on which day it receives what is submitted online.
///
/// @param opens beginning of the working hours
/// @param closes end of the working hours
public record WorkingHours(LocalTime opens, LocalTime closes) {

    /// 09:00 to 17:00, where the tenant sets none.
    public static final WorkingHours DEFAULT = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0));

    public WorkingHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("Working hours end after they begin");
        }
    }

    /// The receiving day (收件日): the working day of the submission; after the working hours or on a day of
    /// rest, the next working day. Before they begin, it is that day.
    ///
    /// The closing time itself is still in time: a period that ends with the working hours ends when work stops
    /// (民法典 art. 203), so 17:00:00 is that day and anything later is not.
    public LocalDate receivingDay(Instant submittedAt, WorkCalendar calendar) {
        LocalDateTime submitted = ShanghaiTime.at(submittedAt);
        LocalDate day = submitted.toLocalDate();
        return submitted.toLocalTime().isAfter(closes) ? calendar.nextWorkday(day) : calendar.rollForward(day);
    }
}
