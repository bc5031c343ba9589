package cn.onenetwork.documents;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The bytes of one request on their way into the storage.
///
/// All of it happens on the event loop of the request, one call of the storage at a time. While a block is being
/// written the next one gathers; when that is full the request is paused, so that a slow storage slows the
/// client down and nothing piles up. What is kept is counted every second, or after [#BLOCK]; however the
/// request ends, what came in is kept and counted.
///
/// Bytes with a checksum are counted only when all of them are there and right.
final class Inflow {

    /// Bytes that may gather while others are being written.
    private static final int GATHERED = 64 * 1024;

    /// Bytes after which is counted at the latest.
    private static final long BLOCK = 8L * 1024 * 1024;

    private static final long TICK_MILLIS = 1000;

    private final HttpServerRequest request;
    private final Storage.Writing writing;
    private final Lease lease;
    private final Plan plan;
    private final Vertx vertx;
    private final Context loop;
    private final Promise<Outcome> done = Promise.promise();
    private final long timer;
    private Buffer gathered = Buffer.buffer();
    private long taken;
    private long appended;
    private Storage.Unfinished counted;
    private boolean busy;
    private boolean moved;
    private int quiet;
    private volatile long lastByte = System.nanoTime();
    private volatile @Nullable End end;
    private @Nullable Throwable failure;

    /// How a request ended.
    enum End {
        COMPLETE,
        BROKEN,
        SURPLUS,
        SILENT,
        TAKEN_OVER,
        LEAVING,
        FAILED
    }

    /// @param from    what is counted so far
    /// @param digest  fed with the bytes, where they must have a certain digest
    /// @param wanted  that digest
    /// @param silence how long nothing may come in
    record Plan(Storage.Unfinished from, @Nullable MessageDigest digest, byte @Nullable [] wanted, Duration silence) {}

    /// @param counted what is kept and counted
    /// @param failure why, where it failed
    /// @param right   whether the bytes have the digest that they should have
    record Outcome(
            End end, Storage.Unfinished counted, @Nullable Throwable failure, boolean right) {}

    Inflow(HttpServerRequest request, Storage.Writing writing, Lease lease, Plan plan, Vertx vertx) {
        this.request = request;
        this.writing = writing;
        this.lease = lease;
        this.plan = plan;
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.counted = plan.from();
        this.timer = vertx.setPeriodic(TICK_MILLIS, _ -> tick());
    }

    Future<Outcome> run() {
        if (request.isEnded()) {
            stop(End.COMPLETE);
        } else if (request.response().closed()) {
            stop(End.BROKEN);
        } else {
            request.exceptionHandler(_ -> stop(End.BROKEN))
                    .endHandler(_ -> stop(End.COMPLETE))
                    .handler(this::take);
            request.resume();
        }
        return done.future();
    }

    /// Ends it from outside, on whatever thread.
    Future<Outcome> interrupt(End how) {
        loop.runOnContext(_ -> stop(how));
        return done.future();
    }

    /// Whether it is over but for its last block.
    boolean ending() {
        return end != null;
    }

    /// Whether nothing has come in for so long.
    boolean silentFor(Duration time) {
        return System.nanoTime() - lastByte > time.toNanos();
    }

    private void take(Buffer bytes) {
        lastByte = System.nanoTime();
        if (end != null) {
            return;
        }
        if (plan.from().received() + taken + bytes.length() > plan.from().size()) {
            stop(End.SURPLUS);
            return;
        }
        taken += bytes.length();
        DocumentMetrics.received(bytes.length());
        moved = true;
        gathered.appendBuffer(bytes);
        if (gathered.length() >= GATHERED) {
            request.pause();
        }
        if (!busy) {
            write();
        }
    }

    private void write() {
        Buffer block = gathered;
        gathered = Buffer.buffer();
        if (plan.digest() != null) {
            plan.digest().update(block.getBytes());
        }
        if (end == null) {
            request.resume();
        }
        after(writing.append(block).compose(_ -> {
            appended += block.length();
            return uncounted() >= BLOCK && !checked() ? count(writing.kept(), true) : Future.succeededFuture();
        }));
    }

    private void tick() {
        if (busy || checked() && moved) {
            lease.touch().onSuccess(this::loseUnless);
        } else if (end == null && !checked() && moved) {
            after(count(writing.kept(), true));
        } else if (end == null && !checked() && uncounted() > 0) {
            after(count(writing.keep(), false));
        }
        quiet = moved || busy ? 0 : quiet + 1;
        moved = false;
        if (quiet * TICK_MILLIS >= plan.silence().toMillis()) {
            stop(End.SILENT);
        }
    }

    private void loseUnless(boolean still) {
        if (!still) {
            stop(End.TAKEN_OVER);
        }
    }

    private Future<Void> count(Future<Storage.Unfinished> keeping, boolean alive) {
        return keeping.compose(kept -> lease.commit(kept, alive).map(still -> {
            if (!still) {
                throw new Lease.Lost();
            }
            counted = kept;
            return null;
        }));
    }

    private void after(Future<Void> step) {
        busy = true;
        step.onComplete(result -> {
            busy = false;
            if (result.failed()) {
                failure = result.cause();
                end = end == null ? End.FAILED : end;
                conclude(end);
            } else if (gathered.length() > 0) {
                write();
            } else if (end != null) {
                conclude(end);
            }
        });
    }

    private void stop(End how) {
        if (end == null) {
            end = how;
            if (!busy) {
                conclude(how);
            }
        }
    }

    private void conclude(End how) {
        busy = true;
        boolean right = !checked() || MessageDigest.isEqual(digest(), plan.wanted());
        last(how, right)
                .onFailure(cause -> failure = failure == null ? cause : failure)
                .transform(_ -> writing.close())
                .onComplete(_ -> {
                    boolean _ = vertx.cancelTimer(timer);
                    DocumentMetrics.ended(ending(how));
                    done.complete(new Outcome(ending(how), counted, failure, right));
                });
    }

    /// What is kept in the end. After a failure only what costs nothing more: the storage may be away.
    private Future<Void> last(End how, boolean right) {
        if (failure instanceof Lease.Lost || checked() && (!right || how != End.COMPLETE)) {
            return Future.succeededFuture();
        }
        return count(failure == null ? writing.keep() : writing.kept(), true);
    }

    private End ending(End how) {
        if (failure == null) {
            return how;
        }
        return failure instanceof Lease.Lost ? End.TAKEN_OVER : End.FAILED;
    }

    private byte @Nullable [] digest() {
        return plan.digest() == null ? null : plan.digest().digest();
    }

    private boolean checked() {
        return plan.wanted() != null;
    }

    private long uncounted() {
        return plan.from().received() + appended - counted.received();
    }
}
