package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.catalogue.ServiceItem;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which of the administration's clocks runs where a case stands, and what it asks for. Where the applicant has
/// the word, during a special procedure and after the end none does.
final class RunningClock {

    private RunningClock() {}

    /// What is due; null where no clock runs.
    static @Nullable Due of(CaseRecord one, Moment moment) {
        LocalDate today = moment.today();
        return switch (one.status()) {
            case SUBMITTED, RECEIVED ->
                moment.clock()
                        .receipt(
                                Objects.requireNonNull(one.receivingDay),
                                one.times().receipt(),
                                today);
            case ACCEPTED, UNDER_REVIEW, POST_ACCEPT_SUPPLEMENT -> decision(one, moment.item(), moment);
            case APPROVED, REJECTED, CERTIFICATE_MAKING, DELIVERING ->
                one.deliveredAt != null
                        ? null
                        : moment.clock().delivery(ShanghaiTime.dayOf(Objects.requireNonNull(one.decidedAt)), today);
            default -> null;
        };
    }

    private static Due decision(CaseRecord one, ServiceItem item, Moment moment) {
        LocalDate acceptedOn = Objects.requireNonNull(one.acceptedOn);
        return moment.clock()
                .decision(CaseDeadline.reckoning(acceptedOn, item.promisedLimit(), one.times()), moment.today());
    }

    /// The first day on which an application that nobody looked at is late; null where it was looked at.
    static @Nullable LocalDate unseenOn(CaseRecord one, Moment moment) {
        return one.status == CaseStatus.SUBMITTED
                ? moment.clock().unseenOn(Objects.requireNonNull(one.receivingDay))
                : null;
    }
}
