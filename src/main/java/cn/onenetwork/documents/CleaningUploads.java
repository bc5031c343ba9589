package cn.onenetwork.documents;

import cn.onenetwork.platform.AgreedTime;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Lets time act on uploads: those that waited too long go, those that are complete move on, and bytes that
/// nobody refers to any more are deleted. Any pod may sweep, and several at once do no harm; what fails is tried
/// again by the next sweep.
@ApplicationScoped
class CleaningUploads {

    private static final Logger LOG = Logger.getLogger(CleaningUploads.class);
    private static final int FULL_BATCH = 100;

    private final Uploads uploads;
    private final Garbage garbage;
    private final Completing completing;
    private final AgreedTime time;

    CleaningUploads(Uploads uploads, Garbage garbage, Completing completing, AgreedTime time) {
        this.uploads = uploads;
        this.garbage = garbage;
        this.completing = completing;
        this.time = time;
    }

    @Scheduled(
            every = "${one-network.documents.uploads.sweep-every:5m}",
            delayed = "${one-network.documents.uploads.sweep-delayed:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return time.act(this::sweep);
    }

    Uni<Void> sweep() {
        return Uni.createFrom()
                .completionStage(() -> expire().compose(_ -> uploads.stranded())
                        .compose(found -> each(found, this::moveOn))
                        .compose(_ -> uploads.forgetMovedOn())
                        .compose(_ -> remove(""))
                        .toCompletionStage());
    }

    private Future<Void> expire() {
        return uploads.expire().compose(count -> count < FULL_BATCH ? Future.succeededFuture() : expire());
    }

    private Future<Void> moveOn(Upload upload) {
        return completing.complete(upload.id(), upload.content()).recover(failure -> {
            LOG.warnf(
                    "Upload %s is complete and could not be moved on: %s",
                    upload.id(), failure.getClass().getName());
            return Future.succeededFuture();
        });
    }

    private Future<Void> remove(String after) {
        return garbage.after(after)
                .compose(keys -> each(keys, this::discard)
                        .compose(_ -> keys.isEmpty() ? Future.succeededFuture() : remove(keys.getLast())));
    }

    private Future<Void> discard(String key) {
        return garbage.discard(key).recover(failure -> {
            LOG.warnf(
                    "Bytes that nobody needs could not be deleted: %s",
                    failure.getClass().getName());
            return Future.succeededFuture();
        });
    }

    private static <T> Future<Void> each(List<T> found, Function<T, Future<Void>> step) {
        Future<Void> done = Future.succeededFuture();
        for (T next : found) {
            done = done.compose(_ -> step.apply(next));
        }
        return done;
    }
}
