package cn.onenetwork.wrong.cases;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/// Shares the session of its caller with a parallel field.
public final class OpensASession {

    public Uni<Boolean> open() {
        return Panache.withTransaction(() -> Uni.createFrom().item(true));
    }
}
