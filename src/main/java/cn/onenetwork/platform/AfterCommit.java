package cn.onenetwork.platform;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// What is to happen once a unit of work is committed, and only then: such as counting what has happened.
///
/// It happens in the order in which it was asked for, and takes no time to speak of: the answer waits for it. What
/// fails is logged and changes nothing, as the commit is done.
public final class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);
    private static final String KEY = AfterCommit.class.getName();

    private AfterCommit() {}

    /// Does this after the commit of the unit of work that is running.
    ///
    /// @throws IllegalStateException where none is
    public static void run(Runnable work) {
        Context current = Vertx.currentContext();
        List<Runnable> waiting = current == null ? null : current.getLocal(KEY);
        if (waiting == null) {
            throw new IllegalStateException("no unit of work is running");
        }
        waiting.add(work);
    }

    static void begin(Context fresh) {
        fresh.putLocal(KEY, new ArrayList<Runnable>());
    }

    static void done(Context committed) {
        List<Runnable> waiting = committed.getLocal(KEY);
        waiting.forEach(AfterCommit::attempt);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.errorf("Failed after a commit: %s", failure.getClass().getName());
        }
    }
}
