package cn.onenetwork.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Makes rows of the notes, file by file. A file goes when all its rows are committed; what fails stays and is tried
/// again, and a file that is written twice adds nothing the second time.
@ApplicationScoped
class WritingAccesses {

    private static final Logger LOG = Logger.getLogger(WritingAccesses.class);
    private static final int BATCH = 500;
    private static final int PATIENCE = 10;

    private final AccessBook book;
    private final AccessChain chain;

    WritingAccesses(AccessBook book, AccessChain chain) {
        this.book = book;
        this.chain = chain;
    }

    @Scheduled(
            every = "${one-network.privacy.access-log.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return write();
    }

    Uni<Void> write() {
        return inBackground(book::ended).chain(files -> each(files, this::write));
    }

    private Uni<Void> write(Path file) {
        return inBackground(() -> batches(file))
                .chain(batches -> each(batches, chain::append))
                .chain(() -> inBackground(() -> Files.deleteIfExists(file)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(
                            "Reads could not be written down, trying again: %s",
                            failure.getClass().getName());
                    return null;
                });
    }

    private static List<List<AccessRow>> batches(Path file) throws IOException {
        List<AccessRow> rows = rows(file);
        List<List<AccessRow>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.add(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        return batches;
    }

    private static List<AccessRow> rows(Path file) throws IOException {
        try {
            return Note.folded(Spool.notes(file));
        } catch (NoSuchFileException writtenByAnother) {
            return List.of();
        }
    }

    private static <T> Uni<Void> each(List<T> all, java.util.function.Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <T> Uni<T> inBackground(FileWork<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.done();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /// A service that ends in peace leaves nothing for the next one. One that cannot reach the database leaves it.
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        try {
            var _ = write().subscribeAsCompletionStage().get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException left) {
            LOG.warnf("Reads are left for the next start: %s", left.getClass().getName());
        }
    }

    /// Something with files.
    @FunctionalInterface
    private interface FileWork<T> {
        T done() throws IOException;
    }
}
