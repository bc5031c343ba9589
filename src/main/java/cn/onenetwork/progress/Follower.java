package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalNews;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One subscriber of a feed.
///
/// It is either in step, and takes what the [Tail] has read for all; or behind, and reads for itself from its own
/// place, as at the beginning. Whoever is too slow for the bound of the [Inbox], or lets events lie until the right
/// to see them may be another, falls behind: the inbox is emptied, and the journal keeps the events.
final class Follower<P> implements Flow.Subscription {

    private enum Step {
        FAIL,
        COMPLETE,
        READ,
        WAIT
    }

    private final Track<P> track;
    private final Pace pace;
    private final CaseReach reach;
    private final Turns turns;
    private final Witness witness;
    private final Inbox<P> inbox;
    private final Consumer<Follower<P>> leaving;
    private final Instant since;

    /// Null once it has ended.
    private Flow.@Nullable Subscriber<? super CaseEventView> subscriber;
    private volatile @Nullable Throwable failure;
    private long demand;
    /// Whether somebody waited for the next event when it was read. It is handed over however long that takes here:
    /// a pod that is late would be later still if each follower read again. Not so what is seen by a delegation.
    private boolean wantedAtOnce;
    private boolean behind = true;
    private boolean begun;
    /// Whether it has read at least once.
    private volatile boolean welcome;
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
        this.turns = new Turns(listener.turns(), this::work);
        this.witness = listener.witness();
        this.inbox = new Inbox<>(track, pace, listener.start());
        this.subscriber = subscriber;
        this.leaving = leaving;
        this.since = pace.clock().instant();
    }

    CaseReach reach() {
        return reach;
    }

    /// Tells the subscriber that it is one; nothing else is told before.
    void begin(Flow.Subscriber<? super CaseEventView> who) {
        turns.after(() -> who.onSubscribe(this));
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
        turns.oneMore();
    }

    /// Takes what the tail has read and this reach covers.
    void offer(List<JournalNews> news, Checked checked) {
        synchronized (this) {
            if (behind) {
                missed = true;
                return;
            }
            wantedAtOnce |= demand > 0;
            if (!news.stream().allMatch(one -> inbox.add(one, checked.of(one, reach)))) {
                fallBehind();
            }
        }
        turns.oneMore();
    }

    /// Reads again for itself: what the tail has read is not known to be all.
    void lookAgain() {
        synchronized (this) {
            missed = true;
            behind = true;
        }
        turns.oneMore();
    }

    /// Completes the stream once everything that is there has been handed over.
    void finish() {
        synchronized (this) {
            finishing = true;
        }
        turns.oneMore();
    }

    private void work() {
        handOver();
        goOn();
    }

    private void handOver() {
        Flow.Subscriber<? super CaseEventView> listener = listener();
        for (JournalNews next = take(); next != null && listener != null; next = take()) {
            if (!isNoted(next)) {
                return;
            }
            listener.onNext(next.event());
            FeedMetrics.delivered(next.event().at(), since, pace.clock().instant());
        }
    }

    /// What cannot be noted is not told. The subscriber comes back, and knows the place of the last event it was told.
    private boolean isNoted(JournalNews next) {
        try {
            witness.before(next);
            return true;
        } catch (RuntimeException unnoted) {
            synchronized (this) {
                failure = unnoted;
            }
            return false;
        }
    }

    private synchronized Flow.@Nullable Subscriber<? super CaseEventView> listener() {
        return subscriber;
    }

    private synchronized @Nullable JournalNews take() {
        if (demand == 0 || failure != null) {
            return null;
        }
        if (inbox.isStale() && !(wantedAtOnce && inbox.isOwn(reach))) {
            fallBehind();
        }
        JournalNews next = inbox.take();
        if (next != null) {
            wantedAtOnce = false;
            demand = demand == Long.MAX_VALUE ? demand : demand - 1;
        }
        return next;
    }

    private void fallBehind() {
        FeedMetrics.conflated();
        inbox.clear();
        behind = true;
    }

    private void goOn() {
        Flow.Subscriber<? super CaseEventView> listener = listener();
        if (listener != null) {
            switch (next()) {
                case FAIL -> end(() -> listener.onError(failure));
                case COMPLETE -> end(listener::onComplete);
                case READ -> read();
                case WAIT -> {}
            }
        }
    }

    private void end(Runnable lastWord) {
        cancel();
        lastWord.run();
    }

    /// What is to be done when nothing more can be handed over. A follower reads ahead once; after that only for a
    /// subscriber that has asked for more.
    private synchronized Step next() {
        if (failure != null) {
            return Step.FAIL;
        }
        if (!inbox.isEmpty() || !behind) {
            return finishing && inbox.isEmpty() ? Step.COMPLETE : Step.WAIT;
        }
        if (reading || demand == 0 && begun) {
            return Step.WAIT;
        }
        reading = true;
        begun = true;
        missed = false;
        return Step.READ;
    }

    private void read() {
        P place = inbox.place();
        long asked = pace.now();
        CompletionStage<Track.Stretch<P>> next = place == null
                ? track.now().thenApply(now -> new Track.Stretch<>(List.of(), now, false, false))
                : track.read(place, reach);
        var _ = next.whenComplete((stretch, broken) -> {
            if (broken == null) {
                taken(stretch, new Checked(asked, pace.now()));
                turns.oneMore();
            } else {
                failed(cause(broken));
            }
        });
    }

    private synchronized void taken(Track.Stretch<P> stretch, Checked checked) {
        reading = false;
        welcome = true;
        if (subscriber != null) {
            wantedAtOnce |= demand > 0;
            inbox.refill(stretch, news -> checked.of(news, reach));
            behind = stretch.more() || missed;
        }
    }

    /// Who could never read is told so. For the others a journal that is away only means to wait, as for those in step.
    private void failed(Throwable broken) {
        synchronized (this) {
            if (!welcome) {
                failure = broken;
            }
        }
        if (welcome) {
            pace.later(Pace.AFTER_A_FAILURE, this::readAgain);
        } else {
            turns.oneMore();
        }
    }

    private static Throwable cause(Throwable broken) {
        Throwable cause = broken.getCause();
        return broken instanceof CompletionException && cause != null ? cause : broken;
    }

    private void readAgain() {
        synchronized (this) {
            reading = false;
        }
        turns.oneMore();
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
