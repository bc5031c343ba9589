package cn.onenetwork.enquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Wrong codes that are counted together, and the lock they bring.
///
/// So many within the window lock. While it is locked nothing is counted, so that whoever goes on trying cannot keep
/// it locked for ever by that alone, and learns nothing. A right code wipes out no wrong ones.
///
/// @param recent      when the wrong codes came that still count, oldest first
/// @param lockedUntil the end of the last lock; null where there was none
/// @param wrong       how many wrong codes there were in all
/// @param lastWrongAt when the last one came; null where none did
record Tries(
        List<Instant> recent,
        @Nullable Instant lockedUntil,
        int wrong,
        @Nullable Instant lastWrongAt) {

    static final Tries NONE = new Tries(List.of(), null, 0, null);

    /// When it locks, and for how long.
    ///
    /// @param most   wrong codes within the window that lock it
    /// @param window how long a wrong code counts
    /// @param lock   how long it stays locked
    record Rules(int most, Duration window, Duration lock) {

        Rules {
            if (most < 1 || window.isNegative() || lock.isNegative()) {
                throw new IllegalArgumentException("A lock needs at least one wrong code, a window and a length");
            }
        }
    }

    boolean locked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /// After one more wrong code; the same while it is locked.
    Tries wrongAt(Instant now, Rules rules) {
        if (locked(now)) {
            return this;
        }
        Instant begin = now.minus(rules.window());
        List<Instant> counting = Stream.concat(recent.stream().filter(one -> one.isAfter(begin)), Stream.of(now))
                .toList();
        boolean locks = counting.size() >= rules.most();
        return new Tries(locks ? List.of() : counting, locks ? now.plus(rules.lock()) : lockedUntil, wrong + 1, now);
    }

    /// With a new code: what was guessed before tells nothing about it, so the lock ends. That somebody tried is
    /// still told.
    Tries renewed() {
        return new Tries(List.of(), null, wrong, lastWrongAt);
    }
}
