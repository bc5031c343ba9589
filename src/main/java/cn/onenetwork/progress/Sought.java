package cn.onenetwork.progress;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/// A feed that has to be found first, for each subscriber anew. Where it cannot be, the stream fails.
///
/// @param search what finds it
record Sought<T>(Supplier<CompletionStage<Flow.Publisher<T>>> search) implements Flow.Publisher<T> {

    private static final Flow.Subscription NOTHING = new Flow.Subscription() {

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    };

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        var _ = search.get().whenComplete((found, broken) -> {
            if (broken == null) {
                found.subscribe(subscriber);
            } else {
                subscriber.onSubscribe(NOTHING);
                subscriber.onError(cause(broken));
            }
        });
    }

    private static Throwable cause(Throwable broken) {
        Throwable cause = broken.getCause();
        return broken instanceof CompletionException && cause != null ? cause : broken;
    }
}
