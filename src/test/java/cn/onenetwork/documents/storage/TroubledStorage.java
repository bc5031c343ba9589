package cn.onenetwork.documents.storage;

import cn.onenetwork.documents.Storage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The storage that the settings ask for, which tests can fill, watch, and get into trouble.
@Alternative
@Priority(1)
@ApplicationScoped
public class TroubledStorage implements Storage {

    private final StorageChoice choice = new StorageChoice();
    private final Storage real;
    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> given = new ConcurrentHashMap<>();
    private volatile boolean away;

    @Inject
    TroubledStorage(StorageConfig config, Vertx vertx) {
        real = choice.storage(config, vertx);
    }

    @PreDestroy
    void close() {
        choice.close(real);
    }

    /// Keeps finished content.
    public void keep(String key, byte[] bytes) {
        Unfinished begun = new Unfinished(key, bytes.length, 0, null);
        await(real.resume(begun)
                .compose(writing -> writing.append(Buffer.buffer(bytes))
                        .compose(_ -> writing.keep())
                        .compose(kept -> writing.close().compose(_ -> real.finish(kept)))));
    }

    /// Whether reading fails from now on, and asking whether it is there.
    public void away(boolean now) {
        away = now;
    }

    /// From now on, reading this key fails after so many bytes.
    public void failAfter(String key, long bytes) {
        failures.put(key, bytes);
    }

    /// Bytes of this key that were read, all in all.
    public long readOf(String key) {
        return given.getOrDefault(key, new AtomicLong()).get();
    }

    @Override
    public Multi<Buffer> read(String key, long from, long length) {
        if (away) {
            return Multi.createFrom().failure(trouble());
        }
        long most = failures.getOrDefault(key, Long.MAX_VALUE);
        Multi<Buffer> bytes = real.read(key, from, Math.min(length, most))
                .invoke(piece ->
                        given.computeIfAbsent(key, _ -> new AtomicLong()).addAndGet(piece.length()));
        return most < length
                ? Multi.createBy()
                        .concatenating()
                        .streams(bytes, Multi.createFrom().failure(trouble()))
                : bytes;
    }

    @Override
    public Uni<Void> delete(String key) {
        return real.delete(key);
    }

    @Override
    public Uni<Void> probe() {
        return away ? Uni.createFrom().failure(trouble()) : real.probe();
    }

    @Override
    public Future<Writing> resume(Unfinished content) {
        return real.resume(content);
    }

    @Override
    public Future<Void> finish(Unfinished content) {
        return real.finish(content);
    }

    private static StorageUnavailable trouble() {
        return new StorageUnavailable("in trouble for a test", new IOException("in trouble for a test"));
    }

    private static void await(Future<?> done) {
        try {
            var _ = done.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
