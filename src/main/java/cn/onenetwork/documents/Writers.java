package cn.onenetwork.documents;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Who writes on this pod right now. The truth for all pods is the lease in the row; here a newcomer can do more
/// than wait for it to run out.
@ApplicationScoped
class Writers {

    /// Who is silent for so long may be taken over.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<UUID, Inflow> writing = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final Duration delay;
    private volatile boolean leaving;

    Writers(Vertx vertx, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.vertx = vertx;
        this.delay = delay.orElse(Duration.ZERO);
    }

    /// Lets the bytes in, one writer for each upload.
    Future<Inflow.Outcome> run(UUID upload, Inflow inflow) {
        writing.put(upload, inflow);
        Future<Inflow.Outcome> outcome = inflow.run();
        if (leaving) {
            var _ = inflow.interrupt(Inflow.End.LEAVING);
        }
        return outcome.onComplete(_ -> writing.remove(upload, inflow));
    }

    /// Waits for a writer whose request has ended, so that what it sent last is told.
    Future<Void> settled(UUID upload) {
        Inflow other = writing.get(upload);
        return other != null && other.ending() ? ended(other) : Future.succeededFuture();
    }

    /// Makes way for another writer: one that is silent is interrupted at once.
    ///
    /// @return false where somebody is busy writing
    Future<Boolean> makeWay(UUID upload) {
        Inflow other = writing.get(upload);
        if (other == null) {
            return Future.succeededFuture(true);
        }
        return other.ending() || other.silentFor(PATIENCE) ? ended(other).map(true) : Future.succeededFuture(false);
    }

    /// Ends whoever writes.
    Future<Void> stop(UUID upload) {
        Inflow other = writing.get(upload);
        return other == null ? Future.succeededFuture() : ended(other);
    }

    /// A storage that hangs holds nobody else up for longer than the patience.
    private Future<Void> ended(Inflow other) {
        Future<Void> end = other.interrupt(Inflow.End.TAKEN_OVER).mapEmpty();
        return Future.any(end, vertx.timer(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .mapEmpty();
    }

    /// Ends the running requests when the time for clients to be led elsewhere is over; they go on on another
    /// pod.
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        long _ = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> {
            leaving = true;
            writing.values().forEach(inflow -> {
                var _ = inflow.interrupt(Inflow.End.LEAVING);
            });
        });
    }
}
