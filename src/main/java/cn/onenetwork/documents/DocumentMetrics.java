package cn.onenetwork.documents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What is counted of uploads and of their checks. How many wait is what [CountingDocuments] counted last, for all
/// pods together.
@ApplicationScoped
class DocumentMetrics {

    private final CountingDocuments counting;

    DocumentMetrics(CountingDocuments counting) {
        this.counting = counting;
    }

    /// How a check ended: with one of two verdicts, or with none yet.
    enum Check {
        PASSED,
        REFUSED,
        POSTPONED
    }

    void start(@Observes StartupEvent event) {
        gauge("one.network.uploads.unfinished", "Uploads that wait for bytes", CountingDocuments.Waiting::uploads);
        gauge("one.network.documents.checking", "Documents that wait for a verdict", CountingDocuments.Waiting::checks);
        gauge(
                "one.network.documents.checking.oldest.age.seconds",
                "How long the first of them has waited",
                CountingDocuments.Waiting::oldestSeconds);
        received(0);
        Stream.of(Inflow.End.values()).forEach(how -> requests(how).increment(0));
        Stream.of(Check.values()).forEach(how -> checks(how).increment(0));
    }

    private void gauge(String name, String meaning, ToDoubleFunction<CountingDocuments.Waiting> which) {
        Gauge.builder(name, counting, count -> which.applyAsDouble(count.last()))
                .description(meaning)
                .register(Metrics.globalRegistry);
    }

    static void received(int bytes) {
        Counter.builder("one.network.uploads.received.bytes")
                .description("Bytes of uploads that came in on this pod")
                .register(Metrics.globalRegistry)
                .increment(bytes);
    }

    static void ended(Inflow.End how) {
        requests(how).increment();
    }

    static void checked(Check how) {
        checks(how).increment();
    }

    private static Counter requests(Inflow.End how) {
        return counter("one.network.uploads.requests", "Requests with bytes of an upload, by how they ended", how);
    }

    private static Counter checks(Check how) {
        return counter("one.network.documents.checks", "Checks of documents, by how they ended", how);
    }

    private static Counter counter(String name, String meaning, Enum<?> ending) {
        return Counter.builder(name)
                .description(meaning)
                .tag("ending", ending.name().toLowerCase(Locale.ROOT))
                .register(Metrics.globalRegistry);
    }
}
