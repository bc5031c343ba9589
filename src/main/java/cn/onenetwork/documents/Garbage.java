package cn.onenetwork.documents;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Bytes that a document has let go of. They are written down in the same transaction, and deleted from the
/// storage after it, as often as it takes, unless another document still refers to them.
@ApplicationScoped
class Garbage {

    private final Clock clock;

    Garbage(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> add(String storageKey) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into storage_garbage (storage_key, since) values (:key, :since)
                                on conflict do nothing
                                """)
                        .setParameter("key", storageKey)
                        .setParameter("since", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
