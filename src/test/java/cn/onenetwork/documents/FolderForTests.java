package cn.onenetwork.documents;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A storage for tests: files in a temporary folder, read as they are asked for, which can be told to fail.
@ApplicationScoped
public class FolderForTests implements Storage {

    private static final int PIECE = 8 * 1024;

    private final Path folder;
    private volatile boolean away;
    private final Map<String, Long> failures = new ConcurrentHashMap<>();

    /// Bytes that were read of each key, all in all.
    private final Map<String, AtomicLong> read = new ConcurrentHashMap<>();

    FolderForTests() {
        try {
            folder = Files.createTempDirectory("one-network-storage");
            folder.toFile().deleteOnExit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void keep(String key, byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve(key), bytes);
            file.toFile().deleteOnExit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Whether everything fails from now on.
    void away(boolean now) {
        away = now;
    }

    /// From now on, reading this key fails after so many bytes.
    public void failAfter(String key, long bytes) {
        failures.put(key, bytes);
    }

    public long readOf(String key) {
        return read.getOrDefault(key, new AtomicLong()).get();
    }

    @Override
    public Multi<Buffer> read(String key, long from, long length) {
        if (away) {
            return Multi.createFrom().failure(new StorageUnavailable("away for a test", new IOException()));
        }
        AtomicLong given = read.computeIfAbsent(key, _ -> new AtomicLong());
        return Multi.createFrom().generator(() -> from, (position, out) -> {
            long left = from + length - position;
            if (left <= 0) {
                out.complete();
            } else if (position - from >= failures.getOrDefault(key, Long.MAX_VALUE)) {
                out.fail(new StorageUnavailable("told to fail", new IOException("told to fail")));
            } else {
                byte[] piece = piece(key, position, (int) Math.min(PIECE, left));
                given.addAndGet(piece.length);
                out.emit(Buffer.buffer(piece));
                return position + piece.length;
            }
            return position;
        });
    }

    private byte[] piece(String key, long position, int length) {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(key).toFile(), "r")) {
            file.seek(position);
            byte[] bytes = new byte[length];
            file.readFully(bytes);
            return bytes;
        } catch (IOException failed) {
            throw new StorageUnavailable("not there", failed);
        }
    }

    @Override
    public Uni<Void> copy(String from, String to) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    @Override
    public Uni<Void> delete(String key) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    @Override
    public Uni<Void> probe() {
        return Uni.createFrom().voidItem();
    }
}
