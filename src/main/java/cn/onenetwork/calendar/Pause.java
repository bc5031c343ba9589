package cn.onenetwork.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A time that is not counted. The day it starts still counts, the day it ends no longer does: as many days are
/// lost as lie after `start` up to and with `end`.
///
/// @param kind why the clock stands still
/// @param start the day of the notice that stopped the clock
/// @param end the day the clock ran again; null while it stands still
public record Pause(Kind kind, LocalDate start, @Nullable LocalDate end) {

    static final Comparator<Pause> BY_START =
            Comparator.comparing(Pause::start).thenComparing(Pause::kind).thenComparing(Pause::knownEnd);

    /// Why the clock stands still.
    public enum Kind {
        /// The applicant has to supplement the application (补正).
        SUPPLEMENT(LedgerReason.SUPPLEMENT),
        /// Hearing, inspection, test, quarantine, appraisal, expert review (特别程序, 行政许可法 art. 45). An
        /// extension (延期) is none of these: it lengthens the limit.
        SPECIAL_PROCEDURE(LedgerReason.SPECIAL_PROCEDURE);

        private final LedgerReason reason;

        Kind(LedgerReason reason) {
            this.reason = reason;
        }

        LedgerReason reason() {
            return reason;
        }
    }

    public Pause {
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("A pause ends on the day it starts, or later");
        }
    }

    /// Whether the clock stands still, seen from `today`.
    boolean isOpen(LocalDate today) {
        return end == null && !start.isAfter(today);
    }

    /// Whether the day is lost to this pause. An open pause takes every day until today, today included.
    boolean takes(LocalDate date, LocalDate today) {
        return date.isAfter(start) && !date.isAfter(lastDay(today));
    }

    LocalDate lastDay(LocalDate today) {
        return end == null ? today : end;
    }

    private LocalDate knownEnd() {
        return lastDay(LocalDate.MAX);
    }
}
