package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the transport counts: sockets, operations, refusals. By kinds and codes only: names of operations are the
/// client's to choose, and persons are nobody's to count.
@ApplicationScoped
class EdgeMetrics {

    private static final String INVALID_DOCUMENT = "INVALID_DOCUMENT";
    private static final AtomicInteger SOCKETS = new AtomicInteger();
    private static final Map<OperationDefinition.Operation, AtomicInteger> RUNNING = Stream.of(
                    OperationDefinition.Operation.values())
            .collect(Collectors.toMap(Function.identity(), _ -> new AtomicInteger()));
    private static final Duration[] BOUNDS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    /// From the start on there is a zero for whatever has not happened yet: a rate needs a beginning.
    void start(@Observes StartupEvent event) {
        Gauge.builder("one.network.sockets.open", SOCKETS, AtomicInteger::get)
                .description("WebSockets that are open on this pod")
                .register(Metrics.globalRegistry);
        RUNNING.forEach((kind, count) -> Gauge.builder("one.network.operations.running", count, AtomicInteger::get)
                .description("Operations that are not over yet; a subscription runs as long as its stream")
                .tag("type", label(kind))
                .register(Metrics.globalRegistry));
        Stream.concat(Stream.of(Refusal.Code.values()).map(Enum::name), Stream.of(INVALID_DOCUMENT))
                .forEach(code -> refusals(code).increment(0));
        RUNNING.keySet()
                .forEach(kind -> Stream.of(Ending.values()).forEach(ending -> {
                    var _ = answers(kind, ending);
                }));
    }

    static void opened() {
        var _ = SOCKETS.incrementAndGet();
    }

    static void closed() {
        var _ = SOCKETS.decrementAndGet();
    }

    static void begun(OperationDefinition.Operation kind) {
        var _ = running(kind).incrementAndGet();
    }

    static void over(OperationDefinition.Operation kind) {
        var _ = running(kind).decrementAndGet();
    }

    private static AtomicInteger running(OperationDefinition.Operation kind) {
        return Objects.requireNonNull(RUNNING.get(kind));
    }

    /// An operation has its result, or the first of a stream; null where it has none.
    static void answered(OperationDefinition.Operation kind, @Nullable ExecutionResult result, long nanos) {
        Ending ending = result == null ? Ending.FAILED : result.getErrors().isEmpty() ? Ending.DATA : Ending.ERRORS;
        answers(kind, ending).record(Duration.ofNanos(nanos));
    }

    /// Lets something pass the gate, and counts why it did not.
    static <T> T gated(Supplier<T> passing) {
        try {
            return passing.get();
        } catch (Refusal refusal) {
            refused(refusal);
            throw refusal;
        } catch (InvalidDocument invalid) {
            refusals(INVALID_DOCUMENT).increment();
            throw invalid;
        }
    }

    static void refused(Refusal refusal) {
        refusals(refusal.code().name()).increment();
    }

    private static Counter refusals(String code) {
        return Counter.builder("one.network.gate.refusals")
                .description("Operations that were refused before anything of them ran, by code")
                .tag("code", code)
                .register(Metrics.globalRegistry);
    }

    private static Timer answers(OperationDefinition.Operation kind, Ending ending) {
        return Timer.builder("one.network.operations")
                .description("From the start of an operation to its answer, of a subscription to its stream")
                .tag("type", label(kind))
                .tag("ending", label(ending))
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private enum Ending {
        DATA,
        ERRORS,
        FAILED
    }
}
