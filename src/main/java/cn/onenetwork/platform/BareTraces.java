package cn.onenetwork.platform;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Takes from a client which trace it has begun, and not what it says beside it: `tracestate` (W3C Trace Context, 3.3)
/// is free text, and would be sent away with every span of the trace.
@ApplicationScoped
public class BareTraces implements TextMapPropagatorCustomizer {

    private static final String STATE = "tracestate";

    @Override
    public TextMapPropagator customize(Context context) {
        return new Bare(context.propagator());
    }

    private static final class Bare implements TextMapPropagator {

        private final TextMapPropagator whole;

        Bare(TextMapPropagator whole) {
            this.whole = whole;
        }

        @Override
        public Collection<String> fields() {
            return whole.fields().stream().filter(field -> !field.equals(STATE)).toList();
        }

        @Override
        public <C> void inject(io.opentelemetry.context.Context trace, @Nullable C to, TextMapSetter<C> setter) {
            whole.inject(trace, to, setter);
        }

        @Override
        public <C> io.opentelemetry.context.Context extract(
                io.opentelemetry.context.Context trace, @Nullable C from, TextMapGetter<C> getter) {
            return whole.extract(trace, from, new WithoutState<>(getter));
        }
    }

    private static final class WithoutState<C> implements TextMapGetter<C> {

        private final TextMapGetter<C> all;

        WithoutState(TextMapGetter<C> all) {
            this.all = all;
        }

        @Override
        public Iterable<String> keys(C carrier) {
            return all.keys(carrier);
        }

        @Override
        public @Nullable String get(@Nullable C carrier, String key) {
            return key.equals(STATE) ? null : all.get(carrier, key);
        }
    }
}
