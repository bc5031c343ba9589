package cn.onenetwork.documents.storage;

import cn.onenetwork.documents.Storage;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;

/// The storage that the settings ask for.
@ApplicationScoped
class StorageChoice {

    @Produces
    @ApplicationScoped
    Storage storage(StorageConfig config, Vertx vertx) {
        return switch (config.kind()) {
            case FOLDER ->
                new FolderStorage(
                        vertx,
                        config.folder().orElseThrow(() -> missing("folder")).toAbsolutePath());
            case S3 ->
                new S3Storage(
                        vertx,
                        S3Clients.of(config.s3()),
                        config.s3().bucket().orElseThrow(() -> missing("s3.bucket")),
                        config.s3().partSize().asLongValue(),
                        Path.of(System.getProperty("java.io.tmpdir")));
        };
    }

    void close(@Disposes Storage storage) {
        if (storage instanceof S3Storage s3) {
            s3.close();
        }
    }

    private static IllegalStateException missing(String setting) {
        return new IllegalStateException("one-network.documents.storage." + setting + " is not set");
    }
}
