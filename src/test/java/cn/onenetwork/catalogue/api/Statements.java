package cn.onenetwork.catalogue.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The SQL that Hibernate sends while this is open.
final class Statements implements AutoCloseable {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Level before = SQL.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            seen.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Statements() {
        handler.setLevel(Level.ALL);
        SQL.setLevel(Level.FINE);
        SQL.setUseParentHandlers(false);
        SQL.addHandler(handler);
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        SQL.removeHandler(handler);
        SQL.setUseParentHandlers(true);
        SQL.setLevel(before);
    }
}
