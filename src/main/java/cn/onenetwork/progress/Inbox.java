package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalNews;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The few events that wait for one follower, and how far it has got. Its owner keeps it from being used by two at
/// once.
final class Inbox<P> {

    /// An event, and the nanosecond in which the right to see it was checked.
    private record Waiting(JournalNews news, long checkedAt) {}

    private final Track<P> track;
    private final Pace pace;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /// After what was taken out; null until the follower of what is to come knows where that begins.
    private @Nullable P place;
    /// After what was put in.
    private @Nullable P end;

    Inbox(Track<P> track, Pace pace, @Nullable P start) {
        this.track = track;
        this.pace = pace;
        this.place = start;
        this.end = start;
    }

    @Nullable
    P place() {
        return place;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Puts an event in, unless it was there before.
    ///
    /// @return whether there was room
    boolean add(JournalNews news, long checkedAt) {
        P last = Objects.requireNonNull(end);
        if (!track.isBefore(last, news)) {
            return true;
        }
        if (waiting.size() >= pace.buffer()) {
            return false;
        }
        waiting.add(new Waiting(news, checkedAt));
        end = track.movedTo(last, news);
        return true;
    }

    /// Puts in what the follower has read for itself, from its place on.
    ///
    /// @param checkedAt the nanosecond in which the right to see an event was checked
    void refill(Track.Stretch<P> stretch, ToLongFunction<JournalNews> checkedAt) {
        stretch.news().forEach(news -> waiting.add(new Waiting(news, checkedAt.applyAsLong(news))));
        end = stretch.reached();
        if (stretch.news().isEmpty()) {
            place = end;
        }
    }

    /// Whether the right to see the next event was checked too long ago.
    boolean isStale() {
        return !waiting.isEmpty() && pace.isStale(waiting.getFirst().checkedAt());
    }

    /// Whether the token alone gives the right to see the next event.
    boolean isOwn(CaseReach reach) {
        return waiting.isEmpty() || !waiting.getFirst().news().restsOnDelegation(reach);
    }

    @Nullable
    JournalNews take() {
        Waiting next = waiting.poll();
        if (next == null) {
            return null;
        }
        place = track.movedTo(Objects.requireNonNull(place), next.news());
        return next.news();
    }

    void clear() {
        waiting.clear();
        end = place;
    }
}
