package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalNews;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads what is new on a track once for all its followers, whenever it is woken.
///
/// Followers with the same reach see the same, so it is decided once for each reach, by what the reading itself
/// said about the case, and no follower costs a query.
final class Tail<P> {

    private static final Logger LOG = Logger.getLogger(Tail.class);
    /// About ten seconds.
    private static final int LOOKS_UNTIL_A_WARNING = 20;

    private final Track<P> track;
    private final Pace pace;
    private final Map<CaseReach, Set<Follower<P>>> followers = new ConcurrentHashMap<>();
    private final AtomicInteger wakes = new AtomicInteger();
    private volatile @Nullable P reached;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile int looksInVain;

    /// @param reached what a follower that joins later will surely see when it reads; null where that is not known
    Tail(Track<P> track, @Nullable P reached, Pace pace) {
        this.track = track;
        this.reached = reached;
        this.pace = pace;
    }

    void join(Follower<P> follower) {
        var _ = followers.compute(follower.reach(), (_, group) -> {
            Set<Follower<P>> its = group == null ? ConcurrentHashMap.newKeySet() : group;
            its.add(follower);
            FeedMetrics.joined();
            return its;
        });
    }

    /// Finds out where the track is now, if nobody did.
    void begin() {
        if (reached == null) {
            wake();
        }
    }

    void leave(Follower<P> follower) {
        var _ = followers.computeIfPresent(follower.reach(), (_, group) -> {
            if (group.remove(follower)) {
                FeedMetrics.left();
            }
            return group.isEmpty() ? null : group;
        });
    }

    boolean isLeft() {
        return followers.isEmpty();
    }

    /// Reads what is new. Wakes that come while it reads are folded into one more reading.
    void wake() {
        if (!isLeft() && wakes.getAndIncrement() == 0) {
            read();
        }
    }

    private void read() {
        int answered = wakes.get();
        P from = reached;
        long asked = pace.now();
        CompletionStage<Boolean> reading = from == null
                ? track.now().thenApply(this::begun)
                : track.news(from).thenApply(stretch -> passedOn(stretch, new Checked(asked, pace.now())));
        var _ = reading.whenComplete((more, broken) -> {
            if (broken != null) {
                FeedMetrics.readingFailed();
                LOG.warnf(
                        "The journal could not be read, trying again: %s",
                        broken.getClass().getName());
                pace.later(Pace.AFTER_A_FAILURE, this::wake);
            }
            if (wakes.addAndGet(-answered) > 0) {
                read();
            } else if (broken == null && more) {
                wake();
            }
        });
    }

    /// From here on nothing is missed; what followers have read before may be less.
    private boolean begun(P now) {
        reached = now;
        followers.values().forEach(group -> group.forEach(Follower::lookAgain));
        return false;
    }

    private boolean passedOn(Track.Stretch<P> stretch, Checked checked) {
        reached = stretch.reached();
        if (!stretch.news().isEmpty()) {
            followers.forEach((reach, group) -> offer(stretch.news(), checked, reach, group));
        }
        if (stretch.heldBack()) {
            lookAgain(stretch.news().isEmpty());
        }
        return stretch.more();
    }

    private void lookAgain(boolean inVain) {
        looksInVain = inVain ? looksInVain + 1 : 0;
        if (looksInVain == LOOKS_UNTIL_A_WARNING) {
            LOG.warn(
                    "Events of all cases wait for a transaction that has been open for long, maybe of another application");
        }
        if (looking.compareAndSet(false, true)) {
            pace.later(pace.untilNextLook(looksInVain), () -> {
                looking.set(false);
                wake();
            });
        }
    }

    private void offer(List<JournalNews> news, Checked checked, CaseReach reach, Set<Follower<P>> group) {
        List<JournalNews> theirs =
                news.stream().filter(one -> track.isFor(one, reach)).toList();
        if (!theirs.isEmpty()) {
            group.forEach(follower -> follower.offer(theirs, checked));
        }
    }

    /// Completes all streams, once their followers have got what is there.
    void finish() {
        followers.values().forEach(group -> group.forEach(Follower::finish));
    }
}
