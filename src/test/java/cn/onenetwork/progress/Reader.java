package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseEventView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A subscriber that remembers what it was told, and asks for the next event by itself where it is told to.
final class Reader implements Flow.Subscriber<CaseEventView> {

    private final List<Integer> read = new CopyOnWriteArrayList<>();
    private final boolean eager;
    private Flow.Subscription subscription;
    private volatile @Nullable Throwable failure;
    private volatile boolean completed;

    private Reader(boolean eager) {
        this.eager = eager;
    }

    /// Asks for one event after the other, as the edge does.
    static Reader eager() {
        return new Reader(true);
    }

    static Reader waiting() {
        return new Reader(false);
    }

    List<Integer> read() {
        return List.copyOf(read);
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    boolean isCompleted() {
        return completed;
    }

    void request(long count) {
        subscription.request(count);
    }

    void cancel() {
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (eager) {
            given.request(1);
        }
    }

    @Override
    public void onNext(CaseEventView event) {
        read.add(event.sequence());
        if (eager) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
    }

    @Override
    public void onComplete() {
        completed = true;
    }
}
