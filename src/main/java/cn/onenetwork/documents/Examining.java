package cn.onenetwork.documents;

import cn.onenetwork.documents.inspection.Inspector;
import cn.onenetwork.documents.scanner.MalwareScanner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What is asked of a file, one after the other: that it is all there, that it holds no malware, that it is what it
/// claims to be.
@ApplicationScoped
class Examining {

    private static final Logger LOG = Logger.getLogger(Examining.class);

    private final LocalCopies copies;
    private final MalwareScanner scanner;
    private final Inspector inspector;
    private final Duration lease;

    /// The inspections end by themselves after their time limit; what does not even do that is not waited for.
    private final Duration patience;

    Examining(LocalCopies copies, MalwareScanner scanner, ChecksConfig config) {
        this.copies = copies;
        this.scanner = scanner;
        this.inspector = new Inspector(config.checks().limits());
        this.lease = config.checks().lease();
        this.patience = config.checks().timeLimit().multipliedBy(2);
    }

    /// Fails where the storage or the scanner gives no answer, and where it takes longer than the lease.
    Uni<Verdict> examine(DueChecks.Due due, Lanes.Lane lane) {
        return copies.of(due)
                .chain(copy -> examine(due, copy, lane).onTermination().call(() -> copies.delete(copy.path())))
                .ifNoItem()
                .after(lease)
                .fail();
    }

    private Uni<Verdict> examine(DueChecks.Due due, LocalCopies.LocalCopy copy, Lanes.Lane lane) {
        Uni<Optional<Rejection>> refusal = arrival(due, copy)
                .map(found -> Uni.createFrom().item(Optional.of(found)))
                .orElseGet(() -> lane.run(() -> malware(due, copy)).chain(found -> inspected(found, due, copy, lane)));
        return refusal.map(found -> new Verdict(found.orElse(null), copy.sha256()));
    }

    private static Optional<Rejection> arrival(DueChecks.Due due, LocalCopies.LocalCopy copy) {
        if (copy.size() == 0) {
            return Optional.of(Rejection.EMPTY);
        }
        boolean same = copy.size() == due.size()
                && (due.announced() == null || MessageDigest.isEqual(due.announced(), copy.sha256()));
        return same ? Optional.empty() : Optional.of(Rejection.DIGEST_MISMATCH);
    }

    private Optional<Rejection> malware(DueChecks.Due due, LocalCopies.LocalCopy copy) {
        Optional<String> found = scanner.scan(copy.path());
        found.ifPresent(name -> LOG.warnf("Document %s holds malware: %s", due.id(), name));
        return found.map(_ -> Rejection.MALWARE);
    }

    private Uni<Optional<Rejection>> inspected(
            Optional<Rejection> before, DueChecks.Due due, LocalCopies.LocalCopy copy, Lanes.Lane lane) {
        return before.isPresent()
                ? Uni.createFrom().item(before)
                : lane.run(() -> inspector.inspect(copy.path(), due.mediaType()))
                        .ifNoItem()
                        .after(patience)
                        .recoverWithItem(Optional.of(Rejection.TOO_COMPLEX));
    }

    /// What became of it.
    ///
    /// @param refusal null where it passed
    /// @param sha256  of the bytes as they are kept
    record Verdict(@Nullable Rejection refusal, byte[] sha256) {

        /// Whether the scanner was asked and answered.
        boolean isScanned() {
            return refusal != Rejection.EMPTY && refusal != Rejection.DIGEST_MISMATCH;
        }
    }
}
