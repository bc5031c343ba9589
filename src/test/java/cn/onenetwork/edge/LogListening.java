package cn.onenetwork.edge;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Hears everything that is logged between its creation and its end.
final class LogListening extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    LogListening() {
        setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    /// Messages with their parameters and failures.
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void publish(LogRecord entry) {
        heard.add(entry.getLevel() + " " + entry.getLoggerName() + " " + entry.getMessage()
                + Arrays.toString(entry.getParameters()) + trace(entry.getThrown()));
    }

    private static String trace(Throwable failure) {
        return failure == null ? "" : failure + (failure.getCause() == null ? "" : " < " + trace(failure.getCause()));
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
