package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalNews;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One subscriber of a feed.
///
/// It is either in step, and takes what the [Tail] has read for all; or behind, and reads for itself from its own
/// place, as at the beginning. Whoever is too slow for the bound of the [Inbox], or lets events lie until the right
/// to see them may be another, falls behind: the inbox is emptied, and the journal keeps the events.
final class Follower<P> implements Flow.Subscription {

    private final Track<P> track;
    private final Pace pace;
    private final CaseReach reach;
    private final Executor turns;
    private final Inbox<P> inbox;
    private final Consumer<Follower<P>> leaving;
    /// Reasons to do something that nobody has taken up yet; who raises it from 0 takes them all up.
    private final AtomicInteger due = new AtomicInteger();

    /// Null once it has ended.
    private Flow.@Nullable Subscriber<? super CaseEventView> subscriber;
    private @Nullable Throwable failure;
    private long demand;
    private boolean behind = true;
    private boolean begun;
    private boolean reading;
    private boolean missed;
    private boolean finishing;

    /// @param leaving told when this ends
    Follower(
            Track<P> track,
            Pace pace,
            Listener<P> listener,
            Flow.Subscriber<? super CaseEventView> subscriber,
            Consumer<Follower<P>> leaving) {
        this.track = track;
        this.pace = pace;
        this.reach = listener.reach();
        this.turns = listener.turns();
        this.inbox = new Inbox<>(track, pace, listener.start());
        this.subscriber = subscriber;
        this.leaving = leaving;
    }

    CaseReach reach() {
        return reach;
    }

    /// Tells the subscriber that it is one; nothing else is told before.
    void begin(Flow.Subscriber<? super CaseEventView> who) {
        due.incrementAndGet();
        who.onSubscribe(this);
        turns.execute(this::work);
    }

    @Override
    public void request(long count) {
        synchronized (this) {
            if (count <= 0) {
                failure = new IllegalArgumentException("only a positive number can be requested (rule 3.9)");
            } else {
                demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            }
        }
        turn();
    }

    /// Takes what the tail has read and this reach covers.
    ///
    /// @param checkedAt before the reading
    void offer(List<JournalNews> news, long checkedAt) {
        synchronized (this) {
            if (behind) {
                missed = true;
                return;
            }
            if (!news.stream().allMatch(one -> inbox.add(one, checkedAt))) {
                fallBehind();
            }
        }
        turn();
    }

    /// Reads again for itself: what the tail has read is not known to be all.
    void lookAgain() {
        synchronized (this) {
            missed = true;
            behind = true;
        }
        turn();
    }

    /// Completes the stream once everything that is there has been handed over.
    void finish() {
        synchronized (this) {
            finishing = true;
        }
        turn();
    }

    private void turn() {
        if (due.getAndIncrement() == 0) {
            turns.execute(this::work);
        }
    }

    private void work() {
        int done;
        do {
            done = due.get();
            handOver();
            goOn();
        } while (due.addAndGet(-done) != 0);
    }

    private void handOver() {
        Flow.Subscriber<? super CaseEventView> listener = listener();
        for (JournalNews next = take(); next != null && listener != null; next = take()) {
            listener.onNext(next.event());
        }
    }

    private synchronized Flow.@Nullable Subscriber<? super CaseEventView> listener() {
        return subscriber;
    }

    private synchronized @Nullable JournalNews take() {
        if (demand == 0 || failure != null) {
            return null;
        }
        if (inbox.isStale()) {
            fallBehind();
        }
        JournalNews next = inbox.take();
        if (next != null && demand < Long.MAX_VALUE) {
            demand--;
        }
        return next;
    }

    private void fallBehind() {
        inbox.clear();
        behind = true;
    }

    /// What is to be done when nothing more can be handed over: end, read, or wait.
    private void goOn() {
        Flow.Subscriber<? super CaseEventView> listener = listener();
        if (listener == null) {
            return;
        }
        Throwable broken = failure();
        if (broken != null) {
            cancel();
            listener.onError(broken);
        } else if (isThrough()) {
            cancel();
            listener.onComplete();
        } else if (mayRead()) {
            read();
        }
    }

    private synchronized @Nullable Throwable failure() {
        return failure;
    }

    private synchronized boolean isThrough() {
        return finishing && !behind && inbox.isEmpty();
    }

    /// Reads ahead once; after that only for a subscriber that has asked for more.
    private synchronized boolean mayRead() {
        boolean may = behind && !reading && inbox.isEmpty() && (demand > 0 || !begun);
        if (may) {
            reading = true;
            begun = true;
            missed = false;
        }
        return may;
    }

    private void read() {
        long checkedAt = pace.now();
        P place = inbox.place();
        CompletionStage<Track.Stretch<P>> next = place == null
                ? track.now().thenApply(now -> new Track.Stretch<>(List.of(), now, false, false))
                : track.read(place, reach);
        var _ = next.whenComplete((stretch, broken) -> {
            taken(stretch, broken, checkedAt);
            turn();
        });
    }

    private synchronized void taken(Track.Stretch<P> stretch, @Nullable Throwable broken, long checkedAt) {
        reading = false;
        if (broken != null) {
            failure = broken instanceof CompletionException wrapped ? wrapped.getCause() : broken;
        } else if (subscriber != null) {
            inbox.refill(stretch, checkedAt);
            behind = stretch.more() || missed;
        }
    }

    /// Ends without a word.
    @Override
    public void cancel() {
        synchronized (this) {
            subscriber = null;
            inbox.clear();
        }
        leaving.accept(this);
    }
}
