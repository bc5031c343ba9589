package cn.onenetwork.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes the bytes that a ticket allows, from the person who got it.
@ApplicationScoped
class Uploading {

    private final Uploads uploads;
    private final Storage storage;
    private final Writers writers;
    private final Completing completing;
    private final UploadsConfig config;
    private final Clock clock;
    private final Vertx vertx;

    Uploading(
            Uploads uploads,
            Storage storage,
            Writers writers,
            Completing completing,
            UploadsConfig config,
            Clock clock,
            Vertx vertx) {
        this.uploads = uploads;
        this.storage = storage;
        this.writers = writers;
        this.completing = completing;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    /// The upload as it is; one whose bytes are all there moves on, if whoever should have done it was stopped.
    ///
    /// @param who the person who asks
    Future<Upload> look(TusRequest request, String who) {
        UUID id = request.id();
        return writers.settled(id)
                .compose(_ -> find(request, who))
                .compose(upload -> moveOn(upload).compose(moved -> moved ? find(request, who) : kept(upload)));
    }

    private Future<Upload> find(TusRequest request, String who) {
        return uploads.find(request.id()).map(found -> {
            Upload upload = found.filter(theirs -> theirs.owner().equals(who)).orElseThrow(request::notFound);
            if (upload.expired(clock.instant())) {
                throw request.gone();
            }
            return upload;
        });
    }

    private Future<Boolean> moveOn(Upload upload) {
        return upload.open() && upload.content().whole()
                ? completing
                        .complete(upload.id(), upload.content())
                        .map(true)
                        .recover(failure ->
                                failure instanceof Storage.ContentLost ? kept(true) : Future.failedFuture(failure))
                : kept(false);
    }

    private static <T> Future<T> kept(T value) {
        return Future.succeededFuture(value);
    }

    /// Ends an upload that is not complete.
    Future<Void> terminate(TusRequest request, String who) {
        return find(request, who)
                .compose(upload -> writers.stop(upload.id()))
                .compose(_ -> find(request, who))
                .compose(upload -> upload.open() ? uploads.terminate(upload.id()) : kept(false))
                .map(done -> {
                    if (!done) {
                        throw request.refused(409, "uploadDone");
                    }
                    return null;
                });
    }

    /// Writes the body of the request from the offset on.
    ///
    /// @return what is counted afterwards; fails with [TusRefusal] where not all of it could be taken
    Future<Upload> write(TusRequest request, String who, long offset) {
        byte[] wanted = request.checksum().orElse(null);
        UUID writer = UUID.randomUUID();
        return find(request, who)
                .compose(upload -> writers.makeWay(upload.id()))
                .compose(free -> free ? look(request, who) : Future.failedFuture(busy(request)))
                .compose(upload -> {
                    refuse(request, upload, offset);
                    return upload.open() && !upload.content().whole()
                            ? claim(request, upload, writer).compose(_ -> take(request, upload, writer, wanted))
                            : kept(upload);
                });
    }

    private static TusRefusal busy(TusRequest request) {
        return request.unavailable(423, "uploadBusy");
    }

    private static void refuse(TusRequest request, Upload upload, long offset) {
        if (upload.offset() != offset) {
            throw request.refused(409, "uploadOffset");
        }
        if (request.bodyLength().orElse(0) > upload.content().size() - offset) {
            throw request.refused(413, "uploadLarge");
        }
    }

    private Future<Boolean> claim(TusRequest request, Upload upload, UUID writer) {
        return uploads.claim(upload.id(), writer, upload.offset())
                .compose(claimed -> claimed ? kept(true) : Future.failedFuture(busy(request)));
    }

    private Future<Upload> take(TusRequest request, Upload upload, UUID writer, byte @Nullable [] wanted) {
        Lease lease = new Lease(uploads, upload.id(), writer);
        return storage.resume(upload.content())
                .compose(writing -> run(request.http(), upload, lease, wanted, writing))
                .eventually(lease::release)
                .recover(failure -> fallBack(upload, failure))
                .compose(outcome -> conclude(request, upload, outcome));
    }

    private Future<Inflow.Outcome> run(
            HttpServerRequest http, Upload upload, Lease lease, byte @Nullable [] wanted, Storage.Writing writing) {
        Inflow.Plan plan =
                new Inflow.Plan(upload.content(), wanted == null ? null : sha256(), wanted, config.silence());
        return writing.kept()
                .compose(begun -> begun.equals(upload.content()) ? kept(true) : lease.commit(begun, true))
                .onFailure(_ -> writing.close().onFailure(_ -> {}))
                .compose(_ -> {
                    if ("100-continue".equalsIgnoreCase(http.getHeader("Expect"))) {
                        var _ = http.response().writeContinue();
                    }
                    return writers.run(upload.id(), new Inflow(http, writing, lease, plan, vertx));
                });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> Future<T> fallBack(Upload upload, Throwable failure) {
        return failure instanceof Storage.ContentLost lost
                ? uploads.fallBack(upload.id(), lost.left()).compose(_ -> Future.failedFuture(lost))
                : Future.failedFuture(failure);
    }

    private Future<Upload> conclude(TusRequest request, Upload upload, Inflow.Outcome outcome) {
        Upload now = new Upload(upload.id(), upload.owner(), upload.state(), upload.expiresAt(), outcome.counted());
        return switch (outcome.end()) {
            case COMPLETE ->
                outcome.right() ? finish(now) : Future.failedFuture(request.refused(460, "uploadChecksum"));
            case BROKEN -> finish(now);
            case SURPLUS -> Future.failedFuture(request.refused(413, "uploadLarge"));
            case SILENT -> Future.failedFuture(request.refused(408, "uploadSilent"));
            case TAKEN_OVER -> Future.failedFuture(busy(request));
            case LEAVING -> Future.failedFuture(request.unavailable(503, "leaving"));
            case FAILED -> Future.failedFuture(outcome.failure());
        };
    }

    private Future<Upload> finish(Upload upload) {
        return upload.content().whole()
                ? completing.complete(upload.id(), upload.content()).map(upload)
                : kept(upload);
    }
}
