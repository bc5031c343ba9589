package cn.onenetwork.documents.storage;

import cn.onenetwork.documents.Storage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Bytes in object storage. An unfinished upload is a multipart upload, so that no pod has anything of it that
/// another one would need; what is too little for a part waits as `<key>.tail.<part>`.
final class S3Storage implements Storage {

    private static final long MOST_PARTS = 9_000;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final List<String> REJECTED = List.of("NoSuchUpload", "InvalidPart", "InvalidPartOrder");

    private final Vertx vertx;
    private final S3AsyncClient client;
    private final String bucket;
    private final long usualPart;
    private final Path spools;

    S3Storage(Vertx vertx, S3AsyncClient client, String bucket, long usualPart, Path spools) {
        this.vertx = vertx;
        this.client = client;
        this.bucket = bucket;
        this.usualPart = usualPart;
        this.spools = spools;
    }

    @Override
    public Multi<Buffer> read(String key, long from, long length) {
        return length == 0
                ? Multi.createFrom().empty()
                : uni(() -> object(key, from, length))
                        .onItem()
                        .transformToMulti(bytes -> bytes)
                        .map(S3Storage::buffer)
                        .onFailure()
                        .transform(Trouble::of);
    }

    CompletionStage<Multi<ByteBuffer>> object(String key, long from, long length) {
        return client.getObject(
                        get -> get.bucket(bucket).key(key).range("bytes=" + from + "-" + (from + length - 1)),
                        AsyncResponseTransformer.toPublisher())
                .thenApply(bytes -> Multi.createFrom().publisher(AdaptersToFlow.publisher(bytes)));
    }

    static Buffer buffer(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return Buffer.buffer(copy);
    }

    @Override
    public Uni<Void> delete(String key) {
        return uni(() -> call(() ->
                        client.listMultipartUploads(list -> list.bucket(bucket).prefix(key)))
                .compose(found -> oneByOne(found.uploads().stream()
                        .filter(upload -> upload.key().equals(key))
                        .<Supplier<Future<Void>>>map(upload -> () -> abort(upload))
                        .toList()))
                .compose(_ -> remove(key, true))
                .toCompletionStage());
    }

    private Future<Void> abort(MultipartUpload upload) {
        return call(() -> client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())))
                .mapEmpty();
    }

    /// @param finished whether the finished content goes as well, or only what was needed to get there
    private Future<Void> remove(String key, boolean finished) {
        return call(() -> client.listObjectsV2(list -> list.bucket(bucket).prefix(key)))
                .compose(found -> oneByOne(found.contents().stream()
                        .map(S3Object::key)
                        .filter(name -> name.startsWith(key + ".tail.") || finished && name.equals(key))
                        .<Supplier<Future<Void>>>map(name -> () -> remove(name))
                        .toList()));
    }

    private Future<Void> remove(String name) {
        return call(() -> client.deleteObject(delete -> delete.bucket(bucket).key(name)))
                .mapEmpty();
    }

    private static Future<Void> oneByOne(List<Supplier<Future<Void>>> steps) {
        Future<Void> done = Future.succeededFuture();
        for (Supplier<Future<Void>> step : steps) {
            done = done.compose(_ -> step.get());
        }
        return done;
    }

    @Override
    public Uni<Void> probe() {
        return uni(() -> client.headBucket(head -> head.bucket(bucket))).replaceWithVoid();
    }

    @Override
    public Future<Writing> resume(Unfinished content) {
        JsonObject known = content.progress();
        Future<S3Progress> progress = known == null ? begin(content) : Future.succeededFuture(S3Progress.of(known));
        OpenOptions spooling = new OpenOptions().setDeleteOnClose(true);
        String spool =
                spools.resolve("one-network-" + UUID.randomUUID() + ".part").toString();
        return progress.compose(begun ->
                        vertx.fileSystem().open(spool, spooling).map(file -> new S3Writing(this, content, begun, file)))
                .compose(S3Writing::readTail)
                .recover(Trouble::failed);
    }

    private Future<S3Progress> begin(Unfinished content) {
        return call(() -> client.createMultipartUpload(
                        create -> create.bucket(bucket).key(content.key()).checksumAlgorithm(ChecksumAlgorithm.SHA256)))
                .map(begun -> S3Progress.begun(begun.uploadId(), partSize(content.size())));
    }

    private long partSize(long size) {
        long needed = size / MOST_PARTS + 1;
        return Math.max(usualPart, (needed + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE);
    }

    /// @param sha256 of the bytes, Base64; the storage refuses them if they are others
    Future<S3Progress> part(Unfinished content, S3Progress progress, AsyncRequestBody bytes, String sha256) {
        return call(() -> client.uploadPart(
                        part -> part.bucket(bucket)
                                .key(content.key())
                                .uploadId(progress.uploadId())
                                .partNumber(progress.nextPart())
                                .checksumSHA256(sha256),
                        bytes))
                .map(kept -> progress.with(new S3Progress.Part(kept.eTag(), sha256)));
    }

    Future<Void> tail(String name, AsyncRequestBody bytes, String sha256) {
        return call(() -> client.putObject(put -> put.bucket(bucket).key(name).checksumSHA256(sha256), bytes))
                .mapEmpty();
    }

    @Override
    public Future<Void> finish(Unfinished content) {
        return complete(content)
                .recover(failure -> isRejected(failure) ? whole(content) : Trouble.failed(failure))
                .compose(_ -> remove(content.key(), false).otherwiseEmpty());
    }

    private Future<Void> complete(Unfinished content) {
        JsonObject known = content.progress();
        if (content.size() == 0) {
            return call(() -> client.putObject(put -> put.bucket(bucket).key(content.key()), AsyncRequestBody.empty()))
                    .mapEmpty();
        }
        if (known == null) {
            return Future.failedFuture(nothing(content));
        }
        S3Progress progress = S3Progress.of(known);
        return call(() -> client.completeMultipartUpload(complete -> complete.bucket(bucket)
                        .key(content.key())
                        .uploadId(progress.uploadId())
                        .multipartUpload(parts -> parts.parts(progress.completed()))))
                .mapEmpty();
    }

    /// Whether somebody else has finished it.
    private Future<Void> whole(Unfinished content) {
        ContentLost lost = nothing(content);
        return call(() -> client.headObject(head -> head.bucket(bucket).key(content.key())))
                .recover(failure -> isMissing(failure) ? Future.failedFuture(lost) : Trouble.failed(failure))
                .compose(found ->
                        found.contentLength() == content.size() ? Future.succeededFuture() : Future.failedFuture(lost));
    }

    private static ContentLost nothing(Unfinished content) {
        return new ContentLost(new Unfinished(content.key(), content.size(), 0, null));
    }

    private static boolean isRejected(Throwable failure) {
        return failure instanceof S3Exception refused
                && refused.awsErrorDetails() != null
                && REJECTED.contains(refused.awsErrorDetails().errorCode());
    }

    static boolean isMissing(Throwable failure) {
        return failure instanceof NoSuchKeyException
                || failure instanceof S3Exception refused && refused.statusCode() == 404;
    }

    /// A call of the client, on the event loop of whoever asks.
    <T> Future<T> call(Supplier<? extends CompletionStage<T>> call) {
        return Future.fromCompletionStage(call.get(), vertx.getOrCreateContext())
                .recover(failure -> Future.failedFuture(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure));
    }

    private <T> Uni<T> uni(Supplier<? extends CompletionStage<T>> call) {
        return Uni.createFrom().completionStage(call::get).onFailure().transform(Trouble::of);
    }

    void close() {
        client.close();
    }
}
