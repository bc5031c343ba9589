package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// One operation while it runs: its result, its deadline, and the request scope that lives exactly as long.
///
/// Everything here happens on one Vert.x context, the operation's own.
final class Operation {

    private final OperationDefinition.Operation kind;
    private final Context loop;
    private final ManagedContext scopes;
    private final ContextState scope;
    private final Promise<ExecutionResult> result = Promise.promise();
    private boolean over;

    Operation(OperationDefinition.Operation kind, Context loop, ManagedContext scopes, ContextState scope) {
        this.kind = kind;
        this.loop = loop;
        this.scopes = scopes;
        this.scope = scope;
        long begun = System.nanoTime();
        EdgeMetrics.begun(kind);
        result.future().onComplete(done -> EdgeMetrics.answered(kind, done.result(), System.nanoTime() - begun));
    }

    /// Answers UNAVAILABLE where there is no result in time, and ends the scope, so that no further resolver
    /// gets to know who asks: what has begun may end, nothing new begins.
    void endWithin(Duration deadline, Locale locale) {
        long timer = loop.owner().setTimer(deadline.toMillis(), _ -> {
            if (result.tryFail(Refusal.of(Refusal.Code.UNAVAILABLE, "deadline", locale))) {
                close();
            }
        });
        result.future().onComplete(_ -> loop.owner().cancelTimer(timer));
    }

    /// Takes what the engine has come to, on whatever thread: one of the two.
    void done(@Nullable ExecutionResult told, @Nullable Throwable failure) {
        if (told == null) {
            fail(Objects.requireNonNull(failure));
        } else {
            complete(told);
        }
    }

    private void complete(ExecutionResult done) {
        loop.runOnContext(_ -> {
            boolean goesOn = result.tryComplete(done) && done.getData() instanceof Publisher<?>;
            if (!goesOn) {
                close();
            }
        });
    }

    void fail(Throwable failure) {
        loop.runOnContext(_ -> {
            result.tryFail(failure);
            close();
        });
    }

    boolean isSubscription() {
        return kind == OperationDefinition.Operation.SUBSCRIPTION;
    }

    Future<ExecutionResult> result() {
        return result.future();
    }

    /// Nobody wants the result any more. A mutation goes on all the same: half of one is worse than an unheard
    /// one.
    void abandon() {
        if (kind != OperationDefinition.Operation.MUTATION) {
            close();
        }
    }

    /// Ends the request scope. Called by itself, except where the result is a stream: then by whoever reads it.
    void close() {
        endScope();
        if (!over) {
            over = true;
            EdgeMetrics.over(kind);
        }
    }

    private void endScope() {
        if (scope.isValid()) {
            scopes.destroy(scope);
        }
    }

    /// Ends the request scope of a stream that goes on without it, so that nobody need keep this operation.
    ///
    /// @return to be run when the stream is over
    Runnable letGo() {
        endScope();
        over = true;
        OperationDefinition.Operation running = kind;
        return () -> EdgeMetrics.over(running);
    }
}
