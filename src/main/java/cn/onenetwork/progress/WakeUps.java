package cn.onenetwork.progress;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Hears the database say that something was committed to a case, on one connection of its own.
///
/// While that connection is away nothing is heard; so when it is back, everyone is woken.
@ApplicationScoped
class WakeUps {

    private static final Logger LOG = Logger.getLogger(WakeUps.class);
    private static final String CHANNEL = "case_event";
    private static final long FIRST_RETRY_MILLIS = 100;
    private static final long LONGEST_RETRY_MILLIS = 5_000;

    private final Map<UUID, Set<MultiEmitter<? super UUID>>> listeners = new ConcurrentHashMap<>();
    private final PgSubscriber subscriber;

    WakeUps(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(username)
                .setPassword(password)
                .addProperty("application_name", "one-network-listener");
        this.subscriber = PgSubscriber.subscriber(vertx, options)
                .reconnectPolicy(tries -> Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(tries, 6)));
    }

    void start(@Observes StartupEvent event) {
        subscriber.channel(CHANNEL).subscribeHandler(_ -> wakeAll()).handler(this::wake);
        subscriber.connect().onFailure(away -> LOG.warn("The listener's connection is away, retrying", away));
    }

    void stop(@Observes ShutdownEvent event) {
        subscriber.close();
    }

    /// Says the case's id whenever something was committed to it, and once at the beginning; what comes while
    /// the listener is busy is folded into one.
    Multi<UUID> of(UUID caseId) {
        return Multi.createFrom()
                .<UUID>emitter(
                        emitter -> {
                            listeners
                                    .computeIfAbsent(caseId, _ -> ConcurrentHashMap.newKeySet())
                                    .add(emitter);
                            emitter.onTermination(() -> forget(caseId, emitter));
                            emitter.emit(caseId);
                        },
                        BackPressureStrategy.LATEST);
    }

    private void wake(String payload) {
        UUID caseId = UUID.fromString(payload);
        listeners.getOrDefault(caseId, Set.of()).forEach(emitter -> emitter.emit(caseId));
    }

    private void wakeAll() {
        listeners.forEach((caseId, waiting) -> waiting.forEach(emitter -> emitter.emit(caseId)));
    }

    private void forget(UUID caseId, MultiEmitter<? super UUID> emitter) {
        listeners.computeIfPresent(caseId, (_, waiting) -> {
            waiting.remove(emitter);
            return waiting.isEmpty() ? null : waiting;
        });
    }
}
