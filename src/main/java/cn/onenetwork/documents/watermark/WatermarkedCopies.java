package cn.onenetwork.documents.watermark;

import cn.onenetwork.documents.Storage;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Makes copies with a watermark, and keeps each for a few minutes: a download that was interrupted goes on within
/// the same copy, and a viewer that reads in pieces does not have one made for every piece.
///
/// The original goes from the storage to a file, and a worker makes another file of it. No file is held in memory
/// as a whole; how much a worker may need is bounded, and so is how many work.
@ApplicationScoped
public class WatermarkedCopies {

    private final Storage storage;
    private final WatermarkConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final Path folder;
    private final ThreadPoolExecutor workers;
    private final CopyShelf<Key> shelf;
    private final Map<Key, Uni<Copy>> inTheMaking = new ConcurrentHashMap<>();

    WatermarkedCopies(Storage storage, WatermarkConfig config, Vertx vertx, Clock clock) {
        this.storage = storage;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.folder = ownFolder(config);
        this.shelf = new CopyShelf<>(config.disk().asLongValue());
        this.workers = new ThreadPoolExecutor(
                config.workers(),
                config.workers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.queue()),
                Thread.ofPlatform().name("watermark-", 0).daemon().factory());
        this.workers.allowCoreThreadTimeOut(true);
    }

    /// A copy of the original with this watermark: one that is there, or a new one, the same to the byte.
    ///
    /// @return fails with [NoCopy], with [Storage.StorageUnavailable], or with [RejectedExecutionException] where
    ///     too many wait for a worker
    public Uni<Copy> of(Original original, Watermark watermark) {
        Key key = new Key(original, watermark);
        return shelf.find(key, clock.millis())
                .map(Uni.createFrom()::item)
                .orElseGet(() -> inTheMaking.computeIfAbsent(key, this::making));
    }

    /// The one making of a copy, which all who wait for it share; it goes on where one of them leaves.
    private Uni<Copy> making(Key key) {
        return Uni.createFrom()
                .deferred(() -> made(key))
                .invoke(copy -> shelf.put(key, copy, clock.millis()))
                .onTermination()
                .invoke(() -> ended(key))
                .memoize()
                .indefinitely();
    }

    @SuppressWarnings("CheckReturnValue") // what is removed is the very making that calls this
    private void ended(Key key) {
        inTheMaking.remove(key);
    }

    private Uni<Copy> made(Key key) {
        if (workers.getQueue().remainingCapacity() == 0) {
            return Uni.createFrom().failure(new RejectedExecutionException("too many wait for a worker"));
        }
        Path original = folder.resolve(UUID.randomUUID() + ".original");
        Path copy = folder.resolve(UUID.randomUUID() + ".copy");
        return fetched(key.original(), original)
                .chain(() -> Uni.createFrom()
                        .item(() -> CopyMaking.made(key, original, copy, config))
                        .runSubscriptionOn(workers))
                .onFailure()
                .invoke(() -> CopyShelf.delete(copy))
                .eventually(() -> CopyShelf.delete(original));
    }

    private Uni<Void> fetched(Original original, Path to) {
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem()
                        .open(to.toString(), new OpenOptions().setPerms("rw-------"))
                        .toCompletionStage())
                .chain(file -> storage.read(original.storageKey(), 0, original.size())
                        .onItem()
                        .transformToUniAndConcatenate(bytes -> written(file, bytes))
                        .onItem()
                        .ignoreAsUni()
                        .eventually(() -> Uni.createFrom()
                                .completionStage(() -> file.close().toCompletionStage())));
    }

    private static Uni<Void> written(AsyncFile file, Buffer bytes) {
        return Uni.createFrom().completionStage(() -> file.write(bytes).toCompletionStage());
    }

    /// Copies are personal data like their originals: none stays longer than a download may take.
    @Scheduled(every = "30S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        shelf.forget(clock.millis() - config.keep().toMillis());
    }

    @PreDestroy
    void end() {
        workers.close();
        shelf.forget(Long.MAX_VALUE);
        CopyShelf.delete(folder);
    }

    private static Path ownFolder(WatermarkConfig config) {
        try {
            return config.folder().isPresent()
                    ? Files.createTempDirectory(config.folder().get(), "watermarks")
                    : Files.createTempDirectory("watermarks");
        } catch (IOException failed) {
            throw new UncheckedIOException("no folder for copies with a watermark", failed);
        }
    }

    /// What tells two copies apart.
    record Key(Original original, Watermark watermark) {}
}
