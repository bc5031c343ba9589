package cn.onenetwork.platform;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/// The tables as this version of the service maps them.
@ApplicationScoped
class MappedTables {

    private final Mutiny.SessionFactory factory;

    MappedTables(Mutiny.SessionFactory factory) {
        this.factory = factory;
    }

    /// Reads nothing of each: fails where a table or a column is not there yet, because the migration is not done.
    @UnitOfWork(UnitOfWork.Mode.READ)
    Uni<Void> read() {
        return Multi.createFrom()
                .iterable(factory.getMetamodel().getEntities())
                .map(EntityType::getName)
                .onItem()
                .transformToUniAndConcatenate(MappedTables::nothingOf)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<List<Object>> nothingOf(String entity) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from " + entity + " where 1 = 0", Object.class)
                        .getResultList());
    }
}
