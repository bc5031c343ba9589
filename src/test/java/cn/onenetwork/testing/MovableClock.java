package cn.onenetwork.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The clock of the service in every `@QuarkusTest`: the real time, unless the test says what day it is. After
/// each test it is the real time again.
///
/// Tokens are checked by the real time, so they stay valid on any day.
public final class MovableClock extends Clock {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int TEN_O_CLOCK = 10;

    /// What the test says; null where it says nothing.
    private static final AtomicReference<@Nullable Instant> SAID = new AtomicReference<>();

    static final MovableClock SERVICE = new MovableClock(ZoneOffset.UTC);

    private final ZoneId zone;

    private MovableClock(ZoneId zone) {
        this.zone = zone;
    }

    /// It is ten in the morning of that day in Shanghai, until the test says otherwise.
    public static void onDay(String day) {
        at(LocalDate.parse(day).atTime(TEN_O_CLOCK, 0));
    }

    /// It is that time in Shanghai, until the test says otherwise.
    public static void at(LocalDateTime time) {
        SAID.set(time.atZone(SHANGHAI).toInstant());
    }

    /// Time passes.
    public static void pass(Duration time) {
        SAID.set(SERVICE.instant().plus(time));
    }

    static void reset() {
        SAID.set(null);
    }

    @Override
    public Instant instant() {
        Instant instant = SAID.get();
        return instant == null ? Clock.systemUTC().instant() : instant;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(other);
    }
}
