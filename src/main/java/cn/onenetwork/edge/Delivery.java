package cn.onenetwork.edge;

import cn.onenetwork.platform.ApiError;
import cn.onenetwork.platform.SourceStream;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.Context;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Brings what comes of one operation to its socket: one result, or a stream of them, then the end.
///
/// The next item of a stream is asked for only when the last one was written and the socket has room. Everything
/// happens on the operation's context, which is on the socket's event loop.
final class Delivery implements OneByOne.Reader {

    /// Where the messages of one operation go.
    interface Outlet {

        /// @param result as JSON
        void next(String result);

        void error(List<ApiError> errors);

        void complete();

        /// Runs when there is room to write.
        void whenWritable(Runnable work);
    }

    private final Outlet outlet;
    private final Context loop;
    private final Locale locale;

    private @Nullable Operation operation;
    private @Nullable OneByOne stream;
    private @Nullable Bill bill;
    /// Writes the events of a stream; null where its items are results already.
    private @Nullable Rendering rendering;
    /// What is to be done when a stream is over that needs its operation no more.
    private @Nullable Runnable afterwards;

    private boolean ended;

    Delivery(Outlet outlet, Context loop, Locale locale) {
        this.outlet = outlet;
        this.loop = loop;
        this.locale = locale;
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    /// Waits for the result of a query or mutation that has just started.
    void of(Operation started, Bill paid) {
        bill = paid;
        await(started);
    }

    /// Waits for the stream of a subscription that has just started. It was paid for when it began, however long it
    /// gets; what the service sends by itself costs nobody.
    ///
    /// @param shared writes the events for all who asked for the same; null where nobody else can
    void ofStream(Operation started, @Nullable Rendering shared) {
        rendering = shared;
        await(started);
    }

    private void await(Operation started) {
        operation = started;
        started.result()
                .onSuccess(result -> loop.runOnContext(_ -> first(result, started)))
                .onFailure(failure -> loop.runOnContext(_ -> fail(failure)));
    }

    private void first(ExecutionResult result, Operation started) {
        if (ended) {
            return;
        }
        if (result.getData() instanceof Publisher<?> publisher) {
            follow(publisher, started);
        } else if (started.isSubscription() || !result.isDataPresent()) {
            fail(result);
        } else if (isTold(result)) {
            end();
            outlet.complete();
        }
    }

    /// Where the events are written for all, nothing that the engine keeps for this one subscriber is needed any
    /// more: its variables, loaders and request scope would be most of what a subscriber costs.
    private void follow(Publisher<?> results, Operation started) {
        Flow.Publisher<?> events = SourceStream.take(loop);
        if (events != null && rendering != null) {
            operation = null;
            afterwards = started.letGo();
            read(events);
        } else {
            rendering = null;
            read(AdaptersToFlow.publisher(results));
        }
    }

    private void read(Flow.Publisher<?> items) {
        stream = new OneByOne(this, loop);
        items.subscribe(stream);
    }

    /// False where the result cannot be written, which is told instead and is the end.
    private boolean isTold(Object item) {
        try {
            outlet.next(rendering == null ? written((ExecutionResult) item) : rendering.text(item));
            return true;
        } catch (RuntimeException unwritable) {
            fail(unwritable);
            return false;
        }
    }

    private String written(ExecutionResult result) {
        Answer answer = Answer.of(result, locale);
        Answer whole =
                bill == null ? answer : answer.costing(bill.settle(result).toMap(true));
        return Json.write(whole.body()).toString();
    }

    @Override
    public void item(Object item) {
        if (item instanceof ExecutionResult result
                && result.getErrors().stream().anyMatch(Delivery::endsTheStream)) {
            fail(result);
        } else if (isTold(item) && stream != null) {
            outlet.whenWritable(stream::next);
        }
    }

    /// SmallRye tells the failure of a stream as one more item: the data of the one before, and the error at
    /// its root.
    private static boolean endsTheStream(GraphQLError error) {
        return error instanceof ExceptionWhileDataFetching
                && error.getPath() != null
                && error.getPath().size() == 1;
    }

    @Override
    public void failed(Throwable failure) {
        if (rendering == null) {
            fail(failure);
        } else {
            end();
            outlet.error(List.of(rendering.failure(failure)));
        }
    }

    @Override
    public void over() {
        end();
        outlet.complete();
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
            leave();
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
        leave();
    }

    private void leave() {
        if (afterwards != null) {
            afterwards.run();
            afterwards = null;
        }
    }

    /// Whether a query or mutation is still running, which is worth waiting for before the service stops.
    boolean isWorthWaitingFor() {
        return !ended && operation != null && !operation.isSubscription();
    }
}
