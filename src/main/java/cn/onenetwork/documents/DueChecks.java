package cn.onenetwork.documents;

import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The documents that wait for their checks. Whoever takes one has it for a while: any pod may, one at a time does, and
/// one that was lost with its pod is taken again.
@ApplicationScoped
class DueChecks {

    private static final String NEXT = """
            select * from document where state = 'CHECKING' and check_at <= :now
            order by check_at limit 1 for update skip locked
            """;
    private static final String ONE = """
            select * from document where id = :id and state = 'CHECKING' and check_at <= :now
            for update skip locked
            """;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;

    private final Documents documents;
    private final ChecksConfig config;
    private final Clock clock;

    DueChecks(Documents documents, ChecksConfig config, Clock clock) {
        this.documents = documents;
        this.config = config;
        this.clock = clock;
    }

    /// Takes the one that has waited longest, of those that are due.
    @UnitOfWork
    Uni<Optional<Due>> take() {
        return documents
                .getSession()
                .chain(session -> session.createNativeQuery(NEXT, StoredDocument.class)
                        .setParameter("now", clock.instant())
                        .getSingleResultOrNull())
                .map(this::taken);
    }

    /// Takes this one, if it is due.
    @UnitOfWork
    Uni<Optional<Due>> take(UUID id) {
        return documents
                .getSession()
                .chain(session -> session.createNativeQuery(ONE, StoredDocument.class)
                        .setParameter("id", id)
                        .setParameter("now", clock.instant())
                        .getSingleResultOrNull())
                .map(this::taken);
    }

    /// Gives one back that got no verdict. The longer it has been tried, the longer until it is due again.
    @UnitOfWork
    Uni<Void> putOff(Due due) {
        return documents.locked(due.id()).invoke(found -> putOff(found, due)).replaceWithVoid();
    }

    private Optional<Due> taken(@Nullable StoredDocument found) {
        if (found == null) {
            return Optional.empty();
        }
        found.checkAt = clock.instant().plus(config.checks().lease());
        found.checks++;
        return Optional.of(
                new Due(found.id, found.storageKey, found.size, found.mediaType, found.announcedSha256, found.checks));
    }

    /// Somebody else may have taken it in the meantime, because the lease was over.
    private void putOff(@Nullable StoredDocument found, Due due) {
        if (found != null && found.state == DocumentState.CHECKING && found.checks == due.tries()) {
            found.checkAt = clock.instant().plus(delay(due.tries()));
        }
    }

    /// After so many tries in vain.
    static Duration delay(int tries) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.clamp(tries - 1L, 0, DOUBLINGS));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    /// A document that is being checked.
    ///
    /// @param size      in bytes, as announced
    /// @param announced SHA-256 that was announced; null where none was
    /// @param tries     how often it was taken, this time included
    record Due(UUID id, String storageKey, long size, String mediaType, byte @Nullable [] announced, int tries) {}
}
