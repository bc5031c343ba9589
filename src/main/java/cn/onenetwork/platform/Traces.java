package cn.onenetwork.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Keeps a trace together where work goes on on another Vert.x context. Costs nothing where nobody traces.
@ApplicationScoped
public class Traces {

    private static volatile boolean on;

    void start(@Observes StartupEvent event, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        on = !disabled;
    }

    /// Whether somebody traces. A library that is switched off makes spans all the same, and throws them away.
    public static boolean isOn() {
        return on;
    }

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
