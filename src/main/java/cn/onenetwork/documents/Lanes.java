package cn.onenetwork.documents;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// How many files this pod checks at the same time.
///
/// Each is examined on a thread of its own, so that one that hangs holds up its own lane and nobody waits behind it.
/// Its
/// lane is free again when the thread has ended, whatever was decided in the meantime: hostile files may slow the
/// checks
/// down, never the service.
@ApplicationScoped
class Lanes {

    private final Semaphore free;

    Lanes(ChecksConfig config) {
        this.free = new Semaphore(config.checks().atOnce());
    }

    /// A lane, if one is free. Whoever enters leaves it.
    Optional<Lane> enter() {
        return free.tryAcquire() ? Optional.of(new Lane()) : Optional.empty();
    }

    /// The place of one check.
    final class Lane {

        /// The one who entered, and then also the thread.
        private int inside = 1;

        /// Runs something that blocks. Whoever waits no longer interrupts it.
        <T> Uni<T> run(Supplier<T> work) {
            return Uni.createFrom().emitter(emitter -> start(work, emitter));
        }

        synchronized void leave() {
            if (--inside == 0) {
                free.release();
            }
        }

        private synchronized void join() {
            inside++;
        }

        private <T> void start(Supplier<T> work, UniEmitter<? super T> emitter) {
            join();
            Thread thread = Thread.ofPlatform().daemon().name("document-check").start(() -> work(work, emitter));
            emitter.onTermination(thread::interrupt);
        }

        private <T> void work(Supplier<T> work, UniEmitter<? super T> emitter) {
            try {
                emitter.complete(work.get());
            } catch (Throwable failure) {
                emitter.fail(failure);
            } finally {
                leave();
            }
        }
    }
}
