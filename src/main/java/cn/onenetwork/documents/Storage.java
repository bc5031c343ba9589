package cn.onenetwork.documents;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Where the bytes of documents are kept: a folder, or S3-compatible object storage.
///
/// Keys are drawn by [StorageKey] and cannot be guessed. Whatever is away or full fails with
/// [StorageUnavailable]; nothing that was kept is lost by it. The writing side speaks Vert.x futures, because the
/// bytes come from a Vert.x request and stay on its event loop.
public interface Storage {

    /// Reads finished content, as fast as it is asked for.
    ///
    /// @param from   first byte, from 0
    /// @param length how many bytes
    Multi<Buffer> read(String key, long from, long length);

    /// Removes whatever there is under the key, finished or not; no failure where there is nothing.
    Uni<Void> delete(String key);

    /// Completes where the storage answers.
    Uni<Void> probe();

    /// Goes on where an earlier write ended, on whatever pod that was.
    ///
    /// @return fails with [ContentLost] where the storage no longer has what it was said to have
    Future<Writing> resume(Unfinished content);

    /// Makes finished content of all its bytes; may be repeated, also by several at once.
    ///
    /// @return fails with [ContentLost] where the storage no longer has what it was said to have
    Future<Void> finish(Unfinished content);

    /// Content whose bytes are still coming in.
    ///
    /// @param size     bytes that it will have
    /// @param received bytes that are kept for certain
    /// @param progress what the storage has to remember between two writes; null in the beginning
    record Unfinished(
            String key, long size, long received, @Nullable JsonObject progress) {

        boolean whole() {
            return received == size;
        }
    }

    /// A write in progress. One call at a time.
    interface Writing {

        /// Takes the next bytes; completes when it may be given more.
        Future<Void> append(Buffer bytes);

        /// Makes certain what costs little to make certain; says how far it is.
        Future<Unfinished> kept();

        /// Makes certain whatever was taken; says how far it is.
        Future<Unfinished> keep();

        /// Lets go of what was only needed for writing.
        Future<Void> close();
    }

    /// The storage is away, too slow or full. The message is for the log.
    final class StorageUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean full;

        public StorageUnavailable(String message, Throwable cause) {
            this(message, cause, false);
        }

        private StorageUnavailable(String message, Throwable cause, boolean full) {
            super(message, cause);
            this.full = full;
        }

        /// There is no room left for bytes.
        public static StorageUnavailable full(Throwable cause) {
            return new StorageUnavailable("the storage is full", cause, true);
        }

        public boolean isFull() {
            return full;
        }
    }

    /// Bytes that were kept are gone, e.g. because somebody cleaned the storage by hand.
    final class ContentLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Unfinished left;

        public ContentLost(Unfinished left) {
            super("the storage has lost bytes of an unfinished upload", null, false, false);
            this.left = left;
        }

        /// From where the bytes are needed again.
        public Unfinished left() {
            return left;
        }
    }
}
