package cn.onenetwork.documents;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/// Where the bytes of documents are kept: a folder, or S3-compatible object storage.
///
/// Keys are drawn by [StorageKey] and cannot be guessed. Whatever is away or full fails with
/// [StorageUnavailable]; nothing that was kept is lost by it.
public interface Storage {

    /// Reads finished content, as fast as it is asked for.
    ///
    /// @param from   first byte, from 0
    /// @param length how many bytes
    Multi<Buffer> read(String key, long from, long length);

    /// Copies finished content.
    Uni<Void> copy(String from, String to);

    /// Removes whatever there is under the key, finished or not; no failure where there is nothing.
    Uni<Void> delete(String key);

    /// Completes where the storage answers.
    Uni<Void> probe();

    /// The storage is away, too slow or full. The message is for the log.
    final class StorageUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public StorageUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
