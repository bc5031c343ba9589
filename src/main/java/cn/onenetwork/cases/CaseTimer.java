package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What time does to a case that nobody touches, in the order in which it matters.
enum CaseTimer {
    /// The applicant did not answer in time.
    LAPSE {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, @Nullable Due due, Moment moment) {
            return one.answerBy == null ? null : one.answerBy.plusDays(1);
        }
    },
    /// The window said nothing in time; Administrative Licensing Law art. 32(4).
    DEEMED_ACCEPTANCE {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, @Nullable Due due, Moment moment) {
            return due != null && happens(one, CaseEventKind.DEEMED_ACCEPTED)
                    ? due.on().plusDays(1)
                    : null;
        }
    },
    /// Overdue: from the first working day after the due day.
    OVERDUE {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, @Nullable Due due, Moment moment) {
            return warning(one, due, Warned.OVERDUE)
                    .map(running -> moment.calendar().nextWorkday(running.on()))
                    .orElse(null);
        }
    },
    /// Due soon.
    DUE_SOON {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, @Nullable Due due, Moment moment) {
            return warning(one, due, Warned.DUE_SOON).map(Due::yellowOn).orElse(null);
        }
    },
    /// Nobody looked at the application within the pre-review.
    PRE_REVIEW {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, @Nullable Due due, Moment moment) {
            return warning(one, due, Warned.PRE_REVIEW)
                    .map(_ -> RunningClock.unseenOn(one, moment))
                    .orElse(null);
        }
    },
    /// Filed away some time after it was closed.
    ARCHIVE {
        @Override
        @Nullable
        LocalDate day(CaseRecord one, @Nullable Due due, Moment moment) {
            return one.closedAt != null && happens(one, CaseEventKind.ARCHIVED)
                    ? ShanghaiTime.dayOf(one.closedAt)
                            .plusDays(moment.clock().rules().archiveDays())
                    : null;
        }
    };

    /// The day on which this acts on the case; null where it does not.
    ///
    /// @param due what the clock that runs asks for
    abstract @Nullable LocalDate day(CaseRecord one, @Nullable Due due, Moment moment);

    /// What acts today, or should have acted before.
    static Optional<CaseTimer> of(CaseRecord one, Moment moment) {
        Due due = RunningClock.of(one, moment);
        return Stream.of(values())
                .filter(timer -> {
                    LocalDate day = timer.day(one, due, moment);
                    return day != null && !moment.today().isBefore(day);
                })
                .findFirst();
    }

    /// The next day on which anything acts; null where nothing ever will by itself.
    static @Nullable LocalDate wakeOn(CaseRecord one, @Nullable Due due, Moment moment) {
        return Stream.of(values())
                .flatMap(timer -> Optional.ofNullable(timer.day(one, due, moment)).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean happens(CaseRecord one, CaseEventKind kind) {
        return CaseLifecycle.move(one.status(), kind).isPresent();
    }

    /// What the clock asks for, where it has not warned of this much yet.
    private static Optional<Due> warning(CaseRecord one, @Nullable Due due, Warned level) {
        return Optional.ofNullable(due)
                .filter(_ -> one.warned.compareTo(level) < 0 && happens(one, CaseEventKind.WARNING_RAISED));
    }
}
