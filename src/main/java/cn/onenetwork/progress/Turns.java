package cn.onenetwork.progress;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/// Does one piece of work again for whatever has become due, never twice at once and never within itself.
final class Turns {

    private final Executor executor;
    private final Runnable work;
    /// What nobody has taken up yet; who raises it from 0 sees to all of it.
    private final AtomicInteger due = new AtomicInteger();

    Turns(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /// Does something else first, before any work.
    void after(Runnable first) {
        due.incrementAndGet();
        first.run();
        executor.execute(this::takeAll);
    }

    void oneMore() {
        if (due.getAndIncrement() == 0) {
            executor.execute(this::takeAll);
        }
    }

    private void takeAll() {
        int taken;
        do {
            taken = due.get();
            work.run();
        } while (due.addAndGet(-taken) != 0);
    }
}
