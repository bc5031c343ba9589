package cn.onenetwork.edge;

import cn.onenetwork.platform.ApiError;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Brings what comes of one operation to its socket: one result, or a stream of them, then the end.
///
/// The next item of a stream is asked for only when the last one was written and the socket has room, so a slow
/// client slows its own streams down and costs no memory. Everything happens on the operation's context, which
/// is on the socket's event loop, wherever items come from.
final class Delivery implements Subscriber<ExecutionResult> {

    /// Where the messages of one operation go.
    interface Outlet {

        void next(Answer answer);

        void error(List<ApiError> errors);

        void complete();

        /// Runs when there is room to write.
        void whenWritable(Runnable work);
    }

    private final Outlet outlet;
    private final Context loop;
    private final Locale locale;
    private @Nullable Operation operation;
    private @Nullable Subscription stream;
    private @Nullable Bill bill;
    private boolean ended;

    Delivery(Outlet outlet, Context loop, Locale locale) {
        this.outlet = outlet;
        this.loop = loop;
        this.locale = locale;
    }

    boolean isEnded() {
        return ended;
    }

    /// Waits for the result of an operation that has just started. A stream is paid for when it begins, however
    /// long it gets; what the service sends by itself costs nobody.
    void of(Operation started, Bill paid) {
        operation = started;
        bill = started.isSubscription() ? null : paid;
        started.result()
                .onSuccess(result -> loop.runOnContext(_ -> first(result, started.isSubscription())))
                .onFailure(failure -> loop.runOnContext(_ -> fail(failure)));
    }

    @SuppressWarnings("unchecked")
    private void first(ExecutionResult result, boolean subscription) {
        if (ended) {
            return;
        }
        if (result.getData() instanceof Publisher<?> publisher) {
            ((Publisher<ExecutionResult>) publisher).subscribe(this);
        } else if (subscription || !result.isDataPresent()) {
            fail(result);
        } else if (isTold(result)) {
            end();
            outlet.complete();
        }
    }

    /// False where the result cannot be written, which is told instead and is the end.
    private boolean isTold(ExecutionResult result) {
        try {
            Answer answer = Answer.of(result, locale);
            outlet.next(
                    bill == null ? answer : answer.costing(bill.settle(result).toMap(true)));
            return true;
        } catch (RuntimeException unwritable) {
            fail(unwritable);
            return false;
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        loop.runOnContext(_ -> {
            if (ended) {
                subscription.cancel();
            } else {
                stream = subscription;
                subscription.request(1);
            }
        });
    }

    @Override
    public void onNext(ExecutionResult item) {
        loop.runOnContext(_ -> {
            if (ended) {
                return;
            }
            if (item.getErrors().stream().anyMatch(Delivery::endsTheStream)) {
                fail(item);
            } else if (isTold(item)) {
                outlet.whenWritable(this::request);
            }
        });
    }

    /// SmallRye tells the failure of a stream as one more item: the data of the one before, and the error at
    /// its root.
    private static boolean endsTheStream(GraphQLError error) {
        return error instanceof ExceptionWhileDataFetching
                && error.getPath() != null
                && error.getPath().size() == 1;
    }

    private void request() {
        loop.runOnContext(_ -> {
            if (stream != null && !ended) {
                stream.request(1);
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        loop.runOnContext(_ -> fail(failure));
    }

    @Override
    public void onComplete() {
        loop.runOnContext(_ -> {
            if (!ended) {
                end();
                outlet.complete();
            }
        });
    }

    private void fail(ExecutionResult result) {
        end();
        outlet.error(Answer.of(result, locale).errors());
    }

    private void fail(Throwable failure) {
        if (!ended) {
            end();
            outlet.error(Answer.of(failure, locale).errors());
        }
    }

    /// Nobody listens any more: whatever comes is dropped, and a stream is told to stop.
    void cancel() {
        if (!ended) {
            ended = true;
            if (stream != null) {
                stream.cancel();
            }
            if (operation != null) {
                operation.abandon();
            }
        }
    }

    private void end() {
        ended = true;
        if (stream != null) {
            stream.cancel();
        }
        if (operation != null && operation.isSubscription()) {
            operation.close();
        }
    }

    /// Whether a query or mutation is still running, which is worth waiting for before the service stops.
    boolean isWorthWaitingFor() {
        return !ended && operation != null && !operation.isSubscription();
    }
}
