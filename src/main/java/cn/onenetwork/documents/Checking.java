package cn.onenetwork.documents;

import cn.onenetwork.documents.scanner.MalwareScanner.ScannerUnavailable;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Checks documents before anybody may open them, at once when they have arrived, and by the clock what was left over:
/// by a pod that was lost, or because the storage or the scanner was away. What gets no verdict waits in CHECKING;
/// nothing passes unexamined.
@ApplicationScoped
class Checking {

    private static final Logger LOG = Logger.getLogger(Checking.class);

    private final DueChecks due;
    private final Lanes lanes;
    private final Examining examining;
    private final FilingDocuments filing;
    private final Outage storage = new Outage("storage");
    private final Outage scanner = new Outage("scanner");

    Checking(DueChecks due, Lanes lanes, Examining examining, FilingDocuments filing) {
        this.due = due;
        this.lanes = lanes;
        this.examining = examining;
        this.filing = filing;
    }

    @Scheduled(
            every = "${one-network.documents.check-every:5s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return checkDue().replaceWithVoid();
    }

    /// Checks what is due, in as many lanes as are free, until nothing is; returns how many it took.
    Uni<Integer> checkDue() {
        return Multi.createBy()
                .repeating()
                .supplier(lanes::enter)
                .until(Optional::isEmpty)
                .map(Optional::orElseThrow)
                .onItem()
                .transformToUni(lane -> checkAll(lane).eventually(lane::leave))
                .merge()
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    /// Begins to check a document that has arrived, if a lane is free and nobody else is at it; otherwise the schedule
    /// comes to it. To be called after the arrival was committed. Returns at once and fails never.
    @SuppressWarnings("CheckReturnValue") // the subscription ends with the check; nobody waits for it
    void soon(UUID id) {
        lanes.enter()
                .ifPresent(lane -> next(lane, () -> due.take(id))
                        .eventually(lane::leave)
                        .subscribe()
                        .with(
                                _ -> {},
                                failure -> LOG.debugf(
                                        "Left to the schedule: %s",
                                        failure.getClass().getName())));
    }

    private Uni<Integer> checkAll(Lanes.Lane lane) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(lane, due::take))
                .whilst(Boolean::booleanValue)
                .filter(Boolean::booleanValue)
                .collect()
                .with(Collectors.summingInt(_ -> 1));
    }

    /// Takes one and checks it; false where there was none.
    private Uni<Boolean> next(Lanes.Lane lane, Supplier<Uni<Optional<DueChecks.Due>>> take) {
        return take.get()
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(false)
                        : check(taken.get(), lane).replaceWith(true));
    }

    private Uni<Void> check(DueChecks.Due one, Lanes.Lane lane) {
        return examining
                .examine(one, lane)
                .invoke(this::answered)
                .chain(verdict -> settle(one, verdict))
                .onFailure()
                .recoverWithUni(failure -> putOff(one, failure));
    }

    private Uni<Void> settle(DueChecks.Due one, Examining.Verdict verdict) {
        return verdict.refusal() == null
                ? filing.passed(one.id(), verdict.sha256())
                        .invoke(() -> DocumentMetrics.checked(DocumentMetrics.Check.PASSED))
                : filing.refused(one.id(), verdict.refusal())
                        .invoke(() -> DocumentMetrics.checked(DocumentMetrics.Check.REFUSED));
    }

    private void answered(Examining.Verdict verdict) {
        storage.ends();
        if (verdict.isScanned()) {
            scanner.ends();
        }
    }

    private Uni<Void> putOff(DueChecks.Due one, Throwable failure) {
        DocumentMetrics.checked(DocumentMetrics.Check.POSTPONED);
        switch (failure) {
            case Storage.StorageUnavailable away -> storage.begins(away);
            case ScannerUnavailable away -> scanner.begins(away);
            default ->
                LOG.errorf(
                        "Document %s could not be checked: %s",
                        one.id(), failure.getClass().getName());
        }
        return due.putOff(one);
    }
}
