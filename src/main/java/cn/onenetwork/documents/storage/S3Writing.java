package cn.onenetwork.documents.storage;

import cn.onenetwork.documents.Storage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;
import org.reactivestreams.Subscriber;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/// Collects a part on disk, sends it when it is full, and then the next. The file on disk has no name: whatever
/// happens to the process, nothing of it stays.
final class S3Writing implements Storage.Writing {

    private static final int CHUNK = 64 * 1024;

    private final S3Storage storage;
    private final Storage.Unfinished content;
    private final AsyncFile spool;
    private S3Progress progress;
    private MessageDigest digest = sha256();
    private long filled;

    S3Writing(S3Storage storage, Storage.Unfinished content, S3Progress progress, AsyncFile spool) {
        this.storage = storage;
        this.content = content;
        this.progress = progress;
        this.spool = spool;
    }

    /// Begins with what an earlier write left of an unfinished part.
    Future<Storage.Writing> readTail() {
        if (progress.tail() == 0) {
            return Future.succeededFuture(this);
        }
        return storage.call(() -> storage.object(tailName(), 0, progress.tail()))
                .compose(bytes -> storage.call(() -> bytes.map(S3Storage::buffer)
                        .onItem()
                        .transformToUniAndConcatenate(chunk -> Uni.createFrom()
                                .completionStage(() -> spooled(chunk).toCompletionStage()))
                        .collect()
                        .last()
                        .subscribeAsCompletionStage()))
                .<Storage.Writing>map(_ -> this)
                .recover(failure -> close().transform(
                                _ -> Future.failedFuture(S3Storage.isMissing(failure) ? withoutTail() : failure)));
    }

    private Storage.ContentLost withoutTail() {
        S3Progress rest = progress.withTail(0);
        return new Storage.ContentLost(
                new Storage.Unfinished(content.key(), content.size(), rest.start(), rest.json()));
    }

    @Override
    public Future<Void> append(Buffer bytes) {
        long room = Math.min(progress.partSize(), content.size() - progress.start()) - filled;
        if (bytes.length() < room) {
            return spooled(bytes);
        }
        int fitting = (int) room;
        return spooled(bytes.slice(0, fitting))
                .compose(_ -> sendPart())
                .compose(_ -> bytes.length() == fitting
                        ? Future.succeededFuture()
                        : append(bytes.slice(fitting, bytes.length())));
    }

    private Future<Void> spooled(Buffer bytes) {
        long position = filled;
        filled += bytes.length();
        digest.update(bytes.getBytes());
        return spool.write(bytes, position).recover(Trouble::failed);
    }

    private Future<Void> sendPart() {
        return storage.part(content, progress, new Spooled(filled), checksum())
                .<Void>map(more -> {
                    progress = more;
                    filled = 0;
                    digest = sha256();
                    return null;
                })
                .recover(Trouble::failed);
    }

    @Override
    public Future<Storage.Unfinished> kept() {
        return Future.succeededFuture(new Storage.Unfinished(
                content.key(),
                content.size(),
                Math.min(content.size(), progress.start()) + progress.tail(),
                progress.json()));
    }

    @Override
    public Future<Storage.Unfinished> keep() {
        if (filled == progress.tail()) {
            return kept();
        }
        long bytes = filled;
        return storage.tail(tailName(), new Spooled(bytes), checksum())
                .compose(_ -> {
                    progress = progress.withTail(bytes);
                    return kept();
                })
                .recover(Trouble::failed);
    }

    /// One name per part: a write whose progress was not recorded cannot overwrite what an earlier one recorded.
    private String tailName() {
        return content.key() + ".tail." + progress.nextPart();
    }

    @Override
    public Future<Void> close() {
        return spool.close();
    }

    private String checksum() {
        try {
            MessageDigest soFar = (MessageDigest) digest.clone();
            return Base64.getEncoder().encodeToString(soFar.digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The first bytes of the spool as the body of a request, read anew for each try.
    private final class Spooled implements AsyncRequestBody {

        private final long length;

        Spooled(long length) {
            this.length = length;
        }

        @Override
        public Optional<Long> contentLength() {
            return Optional.of(length);
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            int chunks = (int) ((length + CHUNK - 1) / CHUNK);
            AdaptersToReactiveStreams.publisher(
                            Multi.createFrom().range(0, chunks).onItem().transformToUniAndConcatenate(this::chunk))
                    .subscribe(subscriber);
        }

        private Uni<ByteBuffer> chunk(int index) {
            long position = (long) index * CHUNK;
            int bytes = (int) Math.min(CHUNK, length - position);
            return Uni.createFrom()
                    .completionStage(() ->
                            spool.read(Buffer.buffer(bytes), 0, position, bytes).toCompletionStage())
                    .map(read -> ByteBuffer.wrap(read.getBytes()));
        }
    }
}
