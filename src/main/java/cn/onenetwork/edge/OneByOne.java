package cn.onenetwork.edge;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Reads a stream one item at a time, on one Vert.x context, wherever the items come from.
///
/// The next item is asked for by whoever has dealt with the last, so a slow reader slows the stream down and costs no
/// memory.
final class OneByOne implements Flow.Subscriber<Object> {

    /// What is done with a stream; called on the context, and never once it has ended.
    interface Reader {

        boolean isEnded();

        void item(Object item);

        void failed(Throwable failure);

        void over();
    }

    private final Reader reader;
    private final Context loop;
    /// What was said from elsewhere and waits for its turn on the loop.
    private final AtomicInteger queued = new AtomicInteger();

    private Flow.@Nullable Subscription stream;

    OneByOne(Reader reader, Context loop) {
        this.reader = reader;
        this.loop = loop;
    }

    /// Asks for the next item. May be called from anywhere.
    void next() {
        unlessEnded(() -> {
            if (stream != null) {
                stream.request(1);
            }
        });
    }

    /// Tells the stream to stop. Called on the context, by a reader that has ended.
    void cancel() {
        if (stream != null) {
            stream.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        onLoop(() -> {
            stream = subscription;
            if (reader.isEnded()) {
                cancel();
            } else {
                subscription.request(1);
            }
        });
    }

    @Override
    public void onNext(Object item) {
        unlessEnded(() -> reader.item(item));
    }

    @Override
    public void onError(Throwable failure) {
        unlessEnded(() -> reader.failed(failure));
    }

    @Override
    public void onComplete() {
        unlessEnded(reader::over);
    }

    /// Does it now where that is in order, or else as soon as it is.
    private void onLoop(Runnable work) {
        if (loop.equals(Vertx.currentContext()) && queued.get() == 0) {
            work.run();
        } else {
            queued.incrementAndGet();
            loop.runOnContext(_ -> {
                queued.decrementAndGet();
                work.run();
            });
        }
    }

    private void unlessEnded(Runnable work) {
        onLoop(() -> {
            if (!reader.isEnded()) {
                work.run();
            }
        });
    }
}
