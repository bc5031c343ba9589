package cn.onenetwork.documents;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Brings stored bytes to the local disk for as long as they are checked, counting and hashing them on the way. Memory
/// holds one piece of a file at a time.
@ApplicationScoped
class LocalCopies {

    private static final Logger LOG = Logger.getLogger(LocalCopies.class);
    private static final String SUFFIX = ".checking";

    /// No check takes so long. Younger files may be those of another process on this machine.
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Storage storage;
    private final Vertx vertx;
    private final Clock clock;
    private final Path folder;

    LocalCopies(Storage storage, Vertx vertx, Clock clock, ChecksConfig config) {
        this.storage = storage;
        this.vertx = vertx;
        this.clock = clock;
        this.folder =
                config.checks().folder().orElse(Path.of(System.getProperty("java.io.tmpdir"), "one-network-checks"));
    }

    /// Makes the folder, and clears away what a process left behind that was killed.
    void begin(@Observes StartupEvent event) throws IOException {
        Instant old = clock.instant().minus(FORGOTTEN);
        Files.createDirectories(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    var _ = Files.deleteIfExists(file);
                }
            }
        }
    }

    /// Reads the whole content.
    ///
    /// @return to be deleted by whoever asked; a failure leaves nothing behind
    Uni<LocalCopy> of(DueChecks.Due due) {
        Path path = folder.resolve(StorageKey.next() + SUFFIX);
        Copying copying = new Copying();
        return UniHelper.toUni(vertx.fileSystem().open(path.toString(), options()))
                .chain(file -> written(due, file, copying))
                .replaceWith(() -> new LocalCopy(path, copying.size, copying.digest.digest()))
                .onFailure()
                .call(() -> delete(path))
                .onCancellation()
                .call(() -> delete(path));
    }

    /// Deletes a copy; a failure is only logged.
    Uni<Void> delete(Path path) {
        return UniHelper.toUni(vertx.fileSystem().delete(path.toString()))
                .onFailure()
                .invoke(failure ->
                        LOG.debugf("A local copy stays: %s", failure.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> written(DueChecks.Due due, AsyncFile file, Copying copying) {
        return storage.read(due.storageKey(), 0, due.size())
                .invoke(copying::count)
                .onItem()
                .transformToUniAndConcatenate(piece -> UniHelper.toUni(file.write(piece)))
                .collect()
                .last()
                .onTermination()
                .call(() -> UniHelper.toUni(file.close()))
                .replaceWithVoid();
    }

    private static OpenOptions options() {
        return new OpenOptions()
                .setRead(false)
                .setWrite(true)
                .setCreateNew(true)
                .setPerms("rw-------");
    }

    /// How far the reading of one file is.
    private static final class Copying {

        private final MessageDigest digest = sha256();
        private long size;

        void count(Buffer piece) {
            digest.update(piece.getByteBuf().nioBuffer());
            size += piece.length();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// A file on the local disk.
    ///
    /// @param size   in bytes, as they came
    /// @param sha256 as they came
    record LocalCopy(Path path, long size, byte[] sha256) {}
}
