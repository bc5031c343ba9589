package cn.onenetwork.platform;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The only place that opens a session or a transaction.
///
/// The work runs behind an emitter that does not forward cancellation: a client that hangs up in the middle of
/// a transaction must not leave it open.
@UnitOfWork
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class UnitOfWorkInterceptor {

    private final Vertx vertx;

    UnitOfWorkInterceptor(Vertx vertx) {
        this.vertx = vertx;
    }

    @AroundInvoke
    Object inFreshSession(InvocationContext invocation) {
        UnitOfWork.Mode mode = invocation.getMethod().getAnnotation(UnitOfWork.class) instanceof UnitOfWork declared
                ? declared.value()
                : UnitOfWork.Mode.WRITE;
        return Uni.createFrom()
                .<Object>emitter(emitter -> freshContext().runOnContext(_ -> run(invocation, mode, emitter)))
                .emitOn(backTo(Vertx.currentContext()));
    }

    private Context freshContext() {
        io.opentelemetry.context.Context trace = Traces.here();
        Context fresh = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(fresh, true);
        AfterCommit.begin(fresh);
        Traces.goOn(trace, fresh);
        return fresh;
    }

    @SuppressWarnings("CheckReturnValue") // the subscription ends with the emitter, on purpose not with the caller
    private static void run(InvocationContext invocation, UnitOfWork.Mode mode, UniEmitter<? super Object> emitter) {
        Context fresh = Vertx.currentContext();
        // Deferred, because a factory that was closed meanwhile throws instead of failing.
        Uni<Object> work = Uni.createFrom()
                .deferred(() -> mode == UnitOfWork.Mode.WRITE
                        ? Panache.withTransaction(() -> proceed(invocation))
                        : Panache.withSession(() -> proceed(invocation)));
        work.invoke(() -> AfterCommit.done(fresh)).subscribe().with(emitter::complete, emitter::fail);
    }

    @SuppressWarnings("unchecked")
    private static Uni<Object> proceed(InvocationContext invocation) {
        try {
            return (Uni<Object>) invocation.proceed();
        } catch (Exception failure) {
            return Uni.createFrom().failure(failure);
        }
    }

    private static Executor backTo(@Nullable Context caller) {
        return caller == null ? Runnable::run : work -> caller.runOnContext(_ -> work.run());
    }
}
