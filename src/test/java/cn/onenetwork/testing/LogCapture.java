package cn.onenetwork.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Everything that is logged between start and stop, traces included.
public final class LogCapture extends Handler {

    private final StringBuffer text = new StringBuffer();

    private LogCapture() {}

    public static LogCapture start() {
        LogCapture capture = new LogCapture();
        Logger.getLogger("").addHandler(capture);
        return capture;
    }

    /// Stops listening; returns what was heard.
    public String stop() {
        Logger.getLogger("").removeHandler(this);
        return text.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        text.append(
                        entry instanceof org.jboss.logmanager.ExtLogRecord formatted
                                ? formatted.getFormattedMessage()
                                : entry.getMessage())
                .append('\n');
        if (entry.getThrown() != null) {
            StringWriter trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace));
            text.append(trace);
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
