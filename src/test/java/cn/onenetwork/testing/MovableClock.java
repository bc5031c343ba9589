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

    static final MovableClock SERVICE = new MovableClock();

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int TEN_O_CLOCK = 10;

    private final AtomicReference<@Nullable Instant> said = new AtomicReference<>();

    private MovableClock() {}

    /// It is ten in the morning of that day in Shanghai, until the test says otherwise.
    public static void onDay(String day) {
        at(LocalDate.parse(day).atTime(TEN_O_CLOCK, 0));
    }

    /// It is that time in Shanghai, until the test says otherwise.
    public static void at(LocalDateTime time) {
        SERVICE.said.set(time.atZone(SHANGHAI).toInstant());
    }

    /// Time passes.
    public static void pass(Duration time) {
        SERVICE.said.set(SERVICE.instant().plus(time));
    }

    static void reset() {
        SERVICE.said.set(null);
    }

    @Override
    public Instant instant() {
        Instant instant = said.get();
        return instant == null ? Clock.systemUTC().instant() : instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
