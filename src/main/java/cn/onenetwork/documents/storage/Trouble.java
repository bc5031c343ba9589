package cn.onenetwork.documents.storage;

import cn.onenetwork.documents.Storage.ContentLost;
import cn.onenetwork.documents.Storage.StorageUnavailable;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// What a failure of a disk or of a client means for those who store.
final class Trouble {

    private static final int DEEPEST = 8;

    private Trouble() {}

    static <T> Future<T> failed(Throwable failure) {
        return Future.failedFuture(of(failure));
    }

    static RuntimeException of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case StorageUnavailable known -> known;
            case ContentLost known -> known;
            case IllegalArgumentException wrong -> wrong;
            default ->
                isFull(cause, 0)
                        ? StorageUnavailable.full(cause)
                        : new StorageUnavailable(
                                "the storage failed: " + cause.getClass().getSimpleName(), cause);
        };
    }

    /// Operating systems and object storages tell it in words only.
    private static boolean isFull(@Nullable Throwable failure, int depth) {
        if (failure == null || depth == DEEPEST) {
            return false;
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("quota exceeded")
                || message.contains("storagefull")
                || message.contains("status code: 507")
                || isFull(failure.getCause(), depth + 1);
    }
}
