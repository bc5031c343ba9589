package cn.onenetwork.documents;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps bytes for tests, and can be away.
@Mock
@ApplicationScoped
public class FolderForTests implements Storage {

    private static final int PIECE = 10_000;

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private volatile boolean away;

    void keep(String key, byte[] content) {
        kept.put(key, content);
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public Multi<Buffer> read(String key, long from, long length) {
        byte[] content = kept.get(key);
        if (away || content == null) {
            return Multi.createFrom().failure(new StorageUnavailable("away for a test", new IllegalStateException()));
        }
        int end = (int) Math.min(content.length, from + length);
        return Multi.createFrom()
                .range(0, (int) (end - from + PIECE - 1) / PIECE)
                .map(piece -> {
                    int start = (int) from + piece * PIECE;
                    return Buffer.buffer(Arrays.copyOfRange(content, start, Math.min(end, start + PIECE)));
                });
    }

    @Override
    public Uni<Void> copy(String from, String to) {
        kept.put(to, kept.get(from));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> delete(String key) {
        kept.remove(key);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> probe() {
        return Uni.createFrom().voidItem();
    }
}
