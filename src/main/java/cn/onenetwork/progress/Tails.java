package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseEventView;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The tracks that somebody follows on this pod, each with its one tail.
///
/// @param <K> names a track
final class Tails<K, P> {

    private final Map<K, Tail<P>> tails = new ConcurrentHashMap<>();
    private final Pace pace;

    Tails(Pace pace) {
        this.pace = pace;
    }

    /// A feed that begins, for each subscriber anew, where the listener stands.
    ///
    /// @param seen a place up to which everybody who reads from now on sees everything; null where none is known
    Flow.Publisher<CaseEventView> feed(K key, Track<P> track, @Nullable P seen, Listener<P> listener) {
        return subscriber -> {
            Follower<P> follower = new Follower<>(
                    track, pace, listener, Objects.requireNonNull(subscriber, "rule 1.9"), gone -> leave(key, gone));
            Tail<P> tail = join(key, track, seen, follower);
            follower.begin(subscriber);
            tail.begin();
        };
    }

    private Tail<P> join(K key, Track<P> track, @Nullable P seen, Follower<P> follower) {
        return Objects.requireNonNull(tails.compute(key, (_, known) -> {
            Tail<P> tail = known == null ? new Tail<>(track, seen, pace) : known;
            tail.join(follower);
            return tail;
        }));
    }

    private void leave(K key, Follower<P> gone) {
        var _ = tails.computeIfPresent(key, (_, tail) -> {
            tail.leave(gone);
            return tail.isLeft() ? null : tail;
        });
    }

    void wake(K key) {
        Tail<P> tail = tails.get(key);
        if (tail != null) {
            tail.wake();
        }
    }

    void wakeAll() {
        tails.values().forEach(Tail::wake);
    }

    /// Completes all streams, each after what is there.
    void finish() {
        tails.values().forEach(Tail::finish);
    }
}
