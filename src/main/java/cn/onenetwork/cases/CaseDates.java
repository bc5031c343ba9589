package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.catalogue.ServiceItem;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the deadline of a case follows from, whoever asks for it.
///
/// @param yellowOn when the clock that runs begins to warn; null where none does
record CaseDates(
        CaseStatus status,
        CaseTimes times,
        @Nullable LocalDate yellowOn,
        @Nullable Instant submittedAt,
        @Nullable LocalDate acceptedOn,
        @Nullable Instant decidedAt,
        @Nullable Instant closedAt) {

    static CaseDates of(ServiceCase one) {
        return new CaseDates(
                one.status(), one.times(), one.yellowOn, one.submittedAt, one.acceptedOn, one.decidedAt, one.closedAt);
    }

    static CaseDates of(CaseView one) {
        return new CaseDates(
                one.status(),
                one.reference().times(),
                one.reference().yellowOn(),
                one.submittedAt(),
                one.acceptedOn(),
                one.decidedAt(),
                one.closedAt());
    }

    /// The deadline as of today, or as of the day on which the case ended; null for drafts.
    @Nullable
    CaseDeadline deadline(ServiceItem item, WorkCalendar calendar, LocalDate today) {
        if (submittedAt == null) {
            return null;
        }
        if (acceptedOn == null) {
            return CaseDeadline.beforeAcceptance(this, today);
        }
        Instant end = decidedAt == null ? closedAt : decidedAt;
        LocalDate asOf = end == null ? today : ShanghaiTime.dayOf(end);
        return CaseDeadline.of(this, acceptedOn, item, calendar, asOf);
    }
}
