package cn.onenetwork.privacy;

import cn.onenetwork.cases.Access;
import cn.onenetwork.cases.AccessLog;
import cn.onenetwork.cases.CasePart;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Writes accesses down: downloads and plain forms as rows at once, reads as notes that become rows.
@ApplicationScoped
class AccessBook implements AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessBook.class);

    private final AccessChain chain;
    private final Clock clock;
    private final Spool spool;

    AccessBook(AccessChain chain, PrivacyConfig config, Clock clock) {
        this.chain = chain;
        this.clock = clock;
        try {
            this.spool = Spool.open(config.accessLog().spool().orElseThrow().toAbsolutePath());
        } catch (IOException unusable) {
            throw new UncheckedIOException("one-network.privacy.access-log.spool cannot be used", unusable);
        }
    }

    @Override
    public Uni<Void> record(List<Access> accesses) {
        Instant now = clock.instant();
        return chain.append(accesses.stream()
                .map(access -> AccessRow.of(Ids.next(now), now, access))
                .toList());
    }

    @Override
    public void note(Caller reader, UUID caseId, CasePart part) {
        Instant now = clock.instant();
        try {
            spool.append(new Note(
                    Ids.next(now),
                    now,
                    AccessRow.Actor.of(reader),
                    caseId,
                    AccessPurpose.of(reader, part).name(),
                    part));
        } catch (IOException failure) {
            Refusal refusal = Refusal.of(Refusal.Code.UNAVAILABLE, reader.locale());
            LOG.errorf(
                    "A read could not be noted (%s), so that nothing was given, error id %s",
                    failure.getClass().getName(), refusal.errorId());
            throw refusal;
        }
    }

    /// The files of notes that wait to become rows.
    List<Path> ended() throws IOException {
        return spool.ended();
    }

    @PreDestroy
    void close() throws IOException {
        spool.close();
    }
}
