package cn.onenetwork.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// What follows the last byte: the storage finishes the content, the document moves on, how the bytes came is
/// forgotten, and the checks begin. Each step may be repeated, so whoever finds it half done does it again.
@ApplicationScoped
class Completing {

    private final Storage storage;
    private final Uploads uploads;
    private final FilingDocuments filing;
    private final Checking checking;
    private final Vertx vertx;

    Completing(Storage storage, Uploads uploads, FilingDocuments filing, Checking checking, Vertx vertx) {
        this.storage = storage;
        this.uploads = uploads;
        this.filing = filing;
        this.checking = checking;
        this.vertx = vertx;
    }

    /// @return fails with [Storage.ContentLost] where bytes are missing; the upload then waits for them again
    Future<Void> complete(UUID upload, Storage.Unfinished content) {
        return storage.finish(content)
                .compose(_ -> arrived(upload))
                .compose(_ -> uploads.forget(upload))
                .onSuccess(_ -> checking.soon(upload))
                .<Void>mapEmpty()
                .recover(failure -> failure instanceof Storage.ContentLost lost
                        ? uploads.fallBack(upload, lost.left()).compose(_ -> Future.failedFuture(lost))
                        : Future.failedFuture(failure));
    }

    private Future<Void> arrived(UUID upload) {
        return Future.fromCompletionStage(
                filing.arrived(upload).subscribeAsCompletionStage(), vertx.getOrCreateContext());
    }
}
