package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WarningLevel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What time does to a case that nobody touches, in the order in which it matters.
enum CaseTimer {
    /// The applicant did not answer in time.
    LAPSE {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, Moment moment) {
            return one.answerBy == null ? null : one.answerBy.plusDays(1);
        }
    },
    /// The window said nothing in time; Administrative Licensing Law art. 32(4).
    DEEMED_ACCEPTANCE {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, Moment moment) {
            boolean waits = one.status == CaseStatus.SUBMITTED || one.status == CaseStatus.RECEIVED;
            return waits && one.dueOn != null ? one.dueOn.plusDays(1) : null;
        }
    },
    /// Overdue: from the first working day after the due day.
    RED {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, Moment moment) {
            return warns(one) && one.warned != WarningLevel.RED
                    ? moment.calendar().nextWorkday(Objects.requireNonNull(one.dueOn))
                    : null;
        }
    },
    /// Due soon.
    YELLOW {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, Moment moment) {
            return warns(one) && one.warned == WarningLevel.GREEN ? one.yellowOn : null;
        }
    },
    /// Filed away some time after it was closed.
    ARCHIVE {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, Moment moment) {
            return one.closedAt == null || one.status == CaseStatus.ARCHIVED
                    ? null
                    : ShanghaiTime.dayOf(one.closedAt)
                            .plusDays(moment.clock().rules().archiveDays());
        }
    },
    /// Nothing.
    NONE {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, Moment moment) {
            return null;
        }
    };

    /// The day on which this acts on the case; null where it does not.
    abstract @Nullable LocalDate day(CaseRecord one, Moment moment);

    /// What acts today, or should have acted before.
    static CaseTimer of(CaseRecord one, Moment moment) {
        return Stream.of(values())
                .filter(timer -> due(timer.day(one, moment), moment.today()))
                .findFirst()
                .orElse(NONE);
    }

    /// The next day on which anything acts; null where nothing ever will by itself.
    static @Nullable LocalDate wakeOn(CaseRecord one, Moment moment) {
        return Stream.of(values())
                .flatMap(timer -> Optional.ofNullable(timer.day(one, moment)).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean due(@Nullable LocalDate day, LocalDate today) {
        return day != null && !today.isBefore(day);
    }

    private static boolean warns(CaseRecord one) {
        return one.dueOn != null
                && one.status != null
                && CaseLifecycle.move(one.status, CaseEventKind.WARNING_RAISED).isPresent();
    }
}
