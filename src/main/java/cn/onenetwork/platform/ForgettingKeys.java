package cn.onenetwork.platform;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Sweeps old idempotency keys. Any pod may do it, several at once do no harm.
@ApplicationScoped
class ForgettingKeys {

    private final IdempotencyKeys keys;

    ForgettingKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(every = "${one-network.idempotency.sweep-every:15m}", delayed = "1m")
    Uni<Void> forget() {
        return keys.forgetOld().replaceWithVoid();
    }
}
