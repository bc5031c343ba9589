package cn.onenetwork.documents;

import io.vertx.core.Future;
import java.util.UUID;

/// The right of one request to write on an upload. What it counts after it has lost the right counts for nothing.
record Lease(Uploads uploads, UUID upload, UUID writer) {

    Future<Boolean> touch() {
        return uploads.touch(upload, writer);
    }

    /// @return false where the right is lost
    Future<Boolean> commit(Storage.Unfinished kept, boolean alive) {
        return uploads.commit(upload, writer, kept, alive);
    }

    Future<Boolean> release() {
        return uploads.release(upload, writer);
    }

    /// Another request has become the writer.
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("another request writes on this upload", null, false, false);
        }
    }
}
