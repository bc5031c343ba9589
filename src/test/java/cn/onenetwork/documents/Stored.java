package cn.onenetwork.documents;

import io.quarkus.arc.Arc;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/// Reads what the storage keeps, as one array.
final class Stored {

    private Stored() {}

    static byte[] bytes(String key, long size) {
        return bytes(Arc.container().instance(Storage.class).get(), key, 0, size);
    }

    static byte[] bytes(Storage storage, String key, long from, long length) {
        return storage.read(key, from, length)
                .collect()
                .in(Buffer::buffer, Buffer::appendBuffer)
                .await()
                .atMost(Duration.ofSeconds(30))
                .getBytes();
    }
}
