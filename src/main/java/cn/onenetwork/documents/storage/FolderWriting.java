package cn.onenetwork.documents.storage;

import cn.onenetwork.documents.Storage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;

/// Writes on from where the kept bytes end; whatever lies beyond them in the file was never counted.
final class FolderWriting implements Storage.Writing {

    private final Storage.Unfinished content;
    private final AsyncFile file;
    private long written;
    private boolean dirty;

    FolderWriting(Storage.Unfinished content, AsyncFile file) {
        this.content = content;
        this.file = file;
        this.written = content.received();
    }

    @Override
    public Future<Void> append(Buffer bytes) {
        return file.write(bytes, written)
                .onSuccess(_ -> {
                    written += bytes.length();
                    dirty = true;
                })
                .recover(Trouble::failed);
    }

    @Override
    public Future<Storage.Unfinished> kept() {
        return keep();
    }

    @Override
    public Future<Storage.Unfinished> keep() {
        Future<Void> certain = dirty ? file.flush() : Future.succeededFuture();
        return certain.map(_ -> {
                    dirty = false;
                    return new Storage.Unfinished(content.key(), content.size(), written, null);
                })
                .recover(Trouble::failed);
    }

    @Override
    public Future<Void> close() {
        return file.close();
    }
}
