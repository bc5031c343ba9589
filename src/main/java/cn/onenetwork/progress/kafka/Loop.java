package cn.onenetwork.progress.kafka;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A thread that does one thing until it is stopped, and begins anew where that fails. The clients of Kafka block.
final class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

    /// What may fail in any way.
    interface Work {
        void run() throws Exception;
    }

    private final String name;
    private final Work work;
    private volatile boolean wanted = true;
    private volatile @Nullable Thread thread;

    /// @param work returns when the loop is no longer wanted
    Loop(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    boolean isWanted() {
        return wanted;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    void stop() {
        wanted = false;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                var _ = running.join(TIME_TO_STOP);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (wanted) {
            try {
                work.run();
            } catch (Exception failed) {
                pause(failed);
            }
        }
    }

    /// Messages of drivers may quote values, so only the kind of a failure is logged.
    private void pause(Exception failed) {
        if (wanted) {
            LOG.warnf("%s begins anew after %s", name, failed.getClass().getName());
            try {
                Thread.sleep(AFTER_A_FAILURE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
