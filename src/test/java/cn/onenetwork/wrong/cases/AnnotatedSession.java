package cn.onenetwork.wrong.cases;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/// Shares the session of its caller with a parallel field.
public final class AnnotatedSession {

    @WithTransaction
    public Uni<Boolean> open() {
        return Uni.createFrom().item(true);
    }
}
