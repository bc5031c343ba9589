package cn.onenetwork.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Looks now and then how the dependencies are, says so once when that changes, and measures it.
@ApplicationScoped
class Dependencies {

    /// Shorter than the kubelet waits for a probe.
    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Dependencies.class);

    private final List<Dependency> used;
    private final Map<String, Boolean> there = new ConcurrentHashMap<>();

    Dependencies(@All List<Dependency> all) {
        this.used = all.stream().filter(Dependency::isUsed).toList();
    }

    void start(@Observes StartupEvent event) {
        used.forEach(one -> Gauge.builder("one.network.dependency.available", one.name(), this::measured)
                .description("1 while this pod reaches it, 0 while not")
                .tag("dependency", one.name())
                .register(Metrics.globalRegistry));
    }

    private double measured(String name) {
        Boolean known = there.get(name);
        return known == null ? Double.NaN : known ? 1 : 0;
    }

    @Scheduled(
            every = "${one-network.telemetry.probe-every:15s}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return look().replaceWithVoid();
    }

    /// How each of them is now, by name.
    Uni<Map<String, Boolean>> look() {
        return Multi.createFrom()
                .iterable(used)
                .onItem()
                .transformToUniAndMerge(one -> answers(one).map(found -> noted(one.name(), found)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(TreeMap::new);
    }

    /// Whether it answers, and in time.
    static Uni<Boolean> answers(Dependency one) {
        return Uni.createFrom()
                .deferred(one::probe)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }

    private Map.Entry<String, Boolean> noted(String name, boolean now) {
        Boolean before = there.put(name, now);
        if (!now && !Boolean.FALSE.equals(before)) {
            LOG.warnf("Not reached: %s", name);
        } else if (now && Boolean.FALSE.equals(before)) {
            LOG.infof("Reached again: %s", name);
        }
        return Map.entry(name, now);
    }
}
