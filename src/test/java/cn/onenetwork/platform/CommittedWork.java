package cn.onenetwork.platform;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A unit of work that asks for something afterwards.
@ApplicationScoped
class CommittedWork {

    /// @param failure of the work; null where it succeeds
    @UnitOfWork
    Uni<Void> then(Runnable afterwards, RuntimeException failure) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery("select 1", Integer.class).getSingleResult())
                .invoke(() -> AfterCommit.run(afterwards))
                .chain(_ -> failure == null
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(failure));
    }
}
