package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.platform.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is counted of cases: every event once, on the pod on which it was committed; what was taken back is not
/// counted. By kinds only: no case, no item, no person and no authority has a series of its own.
@ApplicationScoped
class CaseMetrics implements CaseEventHandler {

    /// How a case ends for the administration, by the event that ends it.
    private static final Map<CaseEventKind, String> OUTCOMES = new EnumMap<>(Map.of(
            CaseEventKind.APPROVED, "approved",
            CaseEventKind.REJECTED, "rejected",
            CaseEventKind.REFUSED, "not_accepted",
            CaseEventKind.WITHDRAWN, "withdrawn",
            CaseEventKind.TERMINATED, "terminated",
            CaseEventKind.LAPSED, "lapsed"));

    /// Instant items take moments, the longest limits months.
    private static final Duration[] BOUNDS = Stream.of(
                    "PT1S", "PT1M", "PT1H", "P1D", "P3D", "P5D", "P7D", "P10D", "P15D", "P20D", "P30D", "P60D", "P90D")
            .map(Duration::parse)
            .toArray(Duration[]::new);

    private final ServiceItems items;
    private final CountingCases counting;

    CaseMetrics(ServiceItems items, CountingCases counting) {
        this.items = items;
        this.counting = counting;
    }

    void start(@Observes StartupEvent event) {
        gauge("one.network.cases.due", "Cases that are due today", CountingCases.Urgent::due);
        gauge("one.network.cases.overdue", "Cases that are past their due day", CountingCases.Urgent::overdue);
        Stream.of(CaseEventKind.values()).forEach(kind -> events(kind).increment(0));
    }

    private void gauge(String name, String meaning, ToDoubleFunction<CountingCases.Urgent> which) {
        Gauge.builder(name, counting, count -> which.applyAsDouble(count.last()))
                .description(meaning)
                .register(Metrics.globalRegistry);
    }

    @Override
    public Uni<Void> on(CaseEvent event) {
        AfterCommit.run(() -> events(event.kind()).increment());
        return event.kind() == CaseEventKind.SUBMITTED || OUTCOMES.containsKey(event.kind())
                ? filedCase(event)
                        .chain(found -> items.version(
                                        found.itemKey().taskCode(),
                                        found.itemKey().version())
                                .invoke(item -> AfterCommit.run(() -> count(event, item, found.submittedAt))))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /// The session has it: it has just changed.
    private static Uni<ServiceCase> filedCase(CaseEvent event) {
        return Panache.getSession().chain(session -> session.find(ServiceCase.class, event.caseId()));
    }

    private static void count(CaseEvent event, ServiceItem item, @Nullable Instant submittedAt) {
        Tags kind = Tags.of("kind", label(item.caseKind()));
        String outcome = OUTCOMES.get(event.kind());
        if (outcome == null) {
            counter("one.network.cases.submitted", "Cases that were filed, again after a return too", kind)
                    .increment();
        } else if (submittedAt != null) {
            Tags ending = kind.and("outcome", outcome);
            counter("one.network.cases.decided", "Cases that came to an end, by how", ending)
                    .increment();
            decision(ending.and("item_type", label(item.itemType()))).record(Duration.between(submittedAt, event.at()));
        }
    }

    private static Timer decision(Tags tags) {
        return Timer.builder("one.network.cases.decision")
                .description("From the filing of a case to its end, all days counted")
                .tags(tags)
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry);
    }

    private static Counter events(CaseEventKind kind) {
        return counter("one.network.cases.events", "What happened to cases", Tags.of("kind", label(kind)));
    }

    private static Counter counter(String name, String meaning, Tags tags) {
        return Counter.builder(name).description(meaning).tags(tags).register(Metrics.globalRegistry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
