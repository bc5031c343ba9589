package cn.onenetwork.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.calendar.Reckoning.Deadline;
import cn.onenetwork.calendar.Reckoning.LedgerDay;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What must hold for every case, whatever its dates: 2021 to 2026, the years whose notices are out, and
/// beyond.
class ReckoningPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

    private final WorkCalendar calendar = new WorkCalendar(HolidayFiles.read());

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 6 * 365).map(FIRST::plusDays);
    }

    /// Up to 40 days after the date that a property draws: a pause as (days after acceptance, length, kind).
    @Provide
    Arbitrary<PauseSketch> pauses() {
        return Combinators.combine(
                        Arbitraries.integers().between(-10, 40),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(Pause.Kind.class))
                .as(PauseSketch::new);
    }

    record PauseSketch(int after, int length, Pause.Kind kind) {
        Pause from(LocalDate accepted) {
            LocalDate start = accepted.plusDays(after);
            return new Pause(kind, start, start.plusDays(length));
        }

        static List<Pause> from(LocalDate accepted, List<PauseSketch> sketches) {
            return sketches.stream().map(sketch -> sketch.from(accepted)).toList();
        }
    }

    @Property
    void adding_then_counting_is_the_identity(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(max = 400) int workdays) {
        LocalDate last = calendar.addWorkdays(from, workdays);

        assertThat(calendar.workdaysBetween(from, last)).isEqualTo(workdays);
        assertThat(calendar.workdaysBetween(last, from)).isEqualTo(-workdays);
    }

    @Property
    void adding_in_two_steps_is_adding_the_sum(
            @ForAll("dates") LocalDate from,
            @ForAll @IntRange(max = 200) int first,
            @ForAll @IntRange(max = 200) int second) {
        assertThat(calendar.addWorkdays(calendar.addWorkdays(from, first), second))
                .isEqualTo(calendar.addWorkdays(from, first + second));
    }

    @Property
    void counting_over_a_day_between_is_counting_both_parts(
            @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b, @ForAll("dates") LocalDate c) {
        assertThat(calendar.workdaysBetween(a, b) + calendar.workdaysBetween(b, c))
                .isEqualTo(calendar.workdaysBetween(a, c));
    }

    @Property
    void whoever_is_accepted_later_or_has_more_days_is_not_due_earlier(
            @ForAll("dates") LocalDate accepted,
            @ForAll @IntRange(max = 60) int limit,
            @ForAll @IntRange(max = 30) int more,
            @ForAll Limit.LimitUnit unit) {
        LocalDate due = dueOn(accepted, new Limit(limit, unit));

        assertThat(dueOn(accepted.plusDays(more), new Limit(limit, unit))).isAfterOrEqualTo(due);
        assertThat(dueOn(accepted, new Limit(limit + more, unit))).isAfterOrEqualTo(due);
        assertThat(calendar.isWorkday(due)).isTrue();
    }

    @Property
    void a_pause_of_n_working_days_moves_the_due_day_by_n(
            @ForAll("dates") LocalDate accepted,
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll("pauses") PauseSketch sketch) {
        Pause pause = sketch.from(accepted);
        LocalDate countedFrom = pause.start().isBefore(accepted) ? accepted : pause.start();
        int lost = Math.max(0, calendar.workdaysBetween(countedFrom, pause.lastDay(accepted)));

        LocalDate due = reckoning(accepted, limit, 0, List.of(pause))
                .deadline(calendar, accepted)
                .dueOn();

        assertThat(due).isEqualTo(calendar.addWorkdays(dueOn(accepted, Limit.workingDays(limit)), lost));
    }

    @Property
    void the_days_that_counted_up_to_the_due_day_are_the_limit_and_its_extension(
            @ForAll("dates") LocalDate accepted,
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @IntRange(max = 20) int extension,
            @ForAll @Size(max = 4) List<@From("pauses") PauseSketch> sketches) {
        LocalDate unpaused = reckoning(accepted, limit, extension, List.of())
                .deadline(calendar, accepted)
                .dueOn();
        // A pause that starts once the limit has run out can take no day from it.
        List<Pause> pauses = PauseSketch.from(accepted, sketches).stream()
                .filter(pause -> pause.start().isBefore(unpaused))
                .toList();
        Reckoning reckoning = reckoning(accepted, limit, extension, pauses);

        List<LedgerDay> ledger = reckoning.ledgerToDueDay(calendar, accepted);

        assertThat(ledger).filteredOn(LedgerDay::counts).hasSize(limit + extension);
        assertThat(ledger.getLast().counts()).isTrue();
    }

    @Property
    void the_days_that_counted_until_today_and_those_left_are_the_limit_and_its_extension(
            @ForAll("dates") LocalDate accepted,
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @IntRange(max = 20) int extension,
            @ForAll @IntRange(min = 71, max = 120) int later,
            @ForAll boolean open,
            @ForAll @Size(max = 4) List<@From("pauses") PauseSketch> sketches) {
        LocalDate today = accepted.plusDays(later);
        List<Pause> pauses = PauseSketch.from(accepted, sketches).stream()
                .map(pause -> open ? new Pause(pause.kind(), pause.start(), null) : pause)
                .toList();
        Reckoning reckoning = reckoning(accepted, limit, extension, pauses);

        List<LedgerDay> ledger = reckoning.ledger(calendar, today);
        long counted = ledger.stream().filter(LedgerDay::counts).count();

        assertThat(ledger).hasSize(later + 1);
        assertThat(counted + reckoning.deadline(calendar, today).remainingWorkdays())
                .isEqualTo(limit + extension);
    }

    @Property
    void several_pauses_take_the_union_of_their_days(
            @ForAll("dates") LocalDate accepted, @ForAll @Size(max = 5) List<@From("pauses") PauseSketch> sketches) {
        List<Pause> pauses = PauseSketch.from(accepted, sketches);
        Set<LocalDate> union = new HashSet<>();
        for (Pause pause : pauses) {
            pause.start()
                    .plusDays(1)
                    .datesUntil(pause.lastDay(accepted).plusDays(1))
                    .filter(accepted::isBefore)
                    .forEach(union::add);
        }
        long workdays = union.stream().filter(calendar::isWorkday).count();

        assertThat(reckoning(accepted, 5, 0, pauses)
                        .deadline(calendar, accepted)
                        .dueOn())
                .isEqualTo(calendar.addWorkdays(accepted, 5 + workdays));
        assertThat(new Reckoning(accepted, Limit.naturalDays(5), 0, pauses)
                        .deadline(calendar, accepted)
                        .dueOn())
                .isEqualTo(calendar.rollForward(accepted.plusDays(5 + union.size())));
    }

    @Property
    void the_order_of_the_pauses_is_irrelevant(
            @ForAll("dates") LocalDate accepted, @ForAll @Size(max = 5) List<@From("pauses") PauseSketch> sketches) {
        List<Pause> pauses = PauseSketch.from(accepted, sketches);
        Reckoning one = reckoning(accepted, 10, 0, pauses);
        Reckoning other = reckoning(accepted, 10, 0, pauses.reversed());
        LocalDate today = accepted.plusDays(30);

        assertThat(one).isEqualTo(other);
        assertThat(one.deadline(calendar, today)).isEqualTo(other.deadline(calendar, today));
        assertThat(one.ledger(calendar, today)).isEqualTo(other.ledger(calendar, today));
    }

    @Property
    void while_a_pause_is_open_the_days_left_stand_still(
            @ForAll("dates") LocalDate accepted,
            @ForAll @IntRange(max = 30) int after,
            @ForAll @IntRange(max = 30) int waiting,
            @ForAll Pause.Kind kind) {
        LocalDate start = accepted.plusDays(after);
        Reckoning open = reckoning(accepted, 10, 0, List.of(new Pause(kind, start, null)));
        Deadline atFirst = open.deadline(calendar, start);
        Deadline later = open.deadline(calendar, start.plusDays(waiting));

        assertThat(later.remainingWorkdays()).isEqualTo(atFirst.remainingWorkdays());
        assertThat(later.paused()).isTrue();
        assertThat(later.dueOn()).isAfterOrEqualTo(atFirst.dueOn());
    }

    private LocalDate dueOn(LocalDate accepted, Limit limit) {
        return Reckoning.of(accepted, limit).deadline(calendar, accepted).dueOn();
    }

    private static Reckoning reckoning(LocalDate accepted, int limit, int extension, List<Pause> pauses) {
        return new Reckoning(accepted, Limit.workingDays(limit), extension, pauses);
    }
}
