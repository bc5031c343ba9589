package cn.onenetwork.documents.storage;

import cn.onenetwork.documents.Storage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Bytes in a folder of this machine: unfinished ones as `<key>.part`, finished ones under their key, 256
/// folders to spread them over.
final class FolderStorage implements Storage {

    private static final int BUFFER = 64 * 1024;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private final Vertx vertx;
    private final Path folder;

    FolderStorage(Vertx vertx, Path folder) {
        this.vertx = vertx;
        this.folder = folder;
    }

    @Override
    public Multi<Buffer> read(String key, long from, long length) {
        OpenOptions reading = new OpenOptions().setWrite(false).setCreate(false);
        return length == 0
                ? Multi.createFrom().empty()
                : uni(() -> files().open(finished(key).toString(), reading))
                        .onItem()
                        .transformToMulti(file -> stream(file, from, length));
    }

    private static Multi<Buffer> stream(AsyncFile file, long from, long length) {
        file.setReadPos(from).setReadLength(length).setReadBufferSize(BUFFER);
        return MultiHelper.toMulti(file)
                .onFailure()
                .transform(Trouble::of)
                .onTermination()
                .invoke(() -> file.close().onFailure(_ -> {}));
    }

    @Override
    public Uni<Void> delete(String key) {
        return uni(() -> vertx.executeBlocking(
                () -> {
                    Files.deleteIfExists(unfinished(key));
                    Files.deleteIfExists(finished(key));
                    return null;
                },
                false));
    }

    @Override
    public Uni<Void> probe() {
        return uni(() -> vertx.executeBlocking(
                () -> {
                    Files.createDirectories(folder);
                    if (!Files.isWritable(folder)) {
                        throw new IOException("the folder of documents cannot be written");
                    }
                    return null;
                },
                false));
    }

    @Override
    public Future<Writing> resume(Unfinished content) {
        Path half = unfinished(content.key());
        OpenOptions writing = new OpenOptions().setRead(false);
        return files().mkdirs(folder(content.key()).toString())
                .compose(_ -> files().open(half.toString(), writing))
                .compose(file -> file.size().compose(length -> resume(content, file, length)))
                .recover(Trouble::failed);
    }

    private static Future<Writing> resume(Unfinished content, AsyncFile file, long length) {
        return length < content.received()
                ? file.close().compose(_ -> Future.failedFuture(new ContentLost(nothing(content))))
                : Future.succeededFuture(new FolderWriting(content, file));
    }

    @Override
    public Future<Void> finish(Unfinished content) {
        return vertx.<Void>executeBlocking(
                        () -> {
                            Path half = unfinished(content.key());
                            Path whole = finished(content.key());
                            if (content.size() == 0) {
                                Files.createDirectories(folder(content.key()));
                                Files.write(half, new byte[0]);
                            }
                            if (Files.exists(half) && Files.size(half) == content.size()) {
                                settle(half, folder(content.key()), content.key());
                            } else if (!Files.exists(whole) || Files.size(whole) != content.size()) {
                                throw new ContentLost(nothing(content));
                            }
                            return null;
                        },
                        false)
                .recover(Trouble::failed);
    }

    /// Content and name survive a loss of power after this.
    private static void settle(Path half, Path folder, String key) throws IOException {
        try (FileChannel content = FileChannel.open(half, StandardOpenOption.WRITE)) {
            content.force(true);
        }
        Files.move(half, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static Unfinished nothing(Unfinished content) {
        return new Unfinished(content.key(), content.size(), 0, null);
    }

    private Path unfinished(String key) {
        return folder(key).resolve(key + ".part");
    }

    private Path finished(String key) {
        return folder(key).resolve(key);
    }

    private Path folder(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of this storage");
        }
        return folder.resolve(key.substring(0, 2));
    }

    private FileSystem files() {
        return vertx.fileSystem();
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> work) {
        return Uni.createFrom()
                .completionStage(() -> work.get().toCompletionStage())
                .onFailure()
                .transform(Trouble::of);
    }
}
