package cn.onenetwork.documents.download;

import cn.onenetwork.documents.DocumentState;
import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The documents whose bytes may be given out at all: those that passed their checks.
@ApplicationScoped
class ReadyDocuments {

    /// The document; null where there is none, or it is not READY.
    @UnitOfWork(UnitOfWork.Mode.READ)
    Uni<@Nullable ReadyDocument> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createQuery("""
                                select d.caseId, d.fileName, d.mediaType, d.size, d.storageKey, d.sha256, d.checkedAt, d.createdAt
                                from StoredDocument d where d.id = :id and d.state = :ready
                                """, Object[].class)
                        .setParameter("id", id)
                        .setParameter("ready", DocumentState.READY)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : document(id, row));
    }

    private static ReadyDocument document(UUID id, Object[] row) {
        return new ReadyDocument(
                id,
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (Long) row[3],
                (String) row[4],
                HexFormat.of().formatHex((byte[]) row[5]),
                row[6] instanceof Instant checked ? checked : (Instant) row[7]);
    }
}
