package cn.onenetwork.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;

/// Keeps a trace together where work goes on on another Vert.x context. Costs nothing where nobody traces.
public final class Traces {

    private Traces() {}

    /// The trace that is going on here.
    public static Context here() {
        return Context.current();
    }

    /// Whatever happens on that context from now on belongs to the trace.
    ///
    /// @param to a duplicated context, which belongs to this work alone
    public static void goOn(Context trace, io.vertx.core.Context to) {
        if (Span.fromContext(trace).getSpanContext().isValid()) {
            var _ = QuarkusContextStorage.INSTANCE.attach(to, trace);
        }
    }
}
