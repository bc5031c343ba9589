package cn.onenetwork.platform.embedded;

import java.util.Properties;
import java.util.function.IntSupplier;

/// Remembers in the JVM, not in a class, on which port a server runs.
///
/// A live reload gives the application a new class loader, a test profile too; a static field would forget the
/// server and start a second one. A system property is the same for all of them, and a string leaks no class.
record RunningPort(String server) {

    /// The port of the running server, started now if it is not running yet.
    int orStart(IntSupplier start) {
        Properties jvm = System.getProperties();
        synchronized (jvm) {
            String known = jvm.getProperty(key());
            int port = known == null ? start.getAsInt() : Integer.parseInt(known);
            jvm.setProperty(key(), Integer.toString(port));
            return port;
        }
    }

    private String key() {
        return "one-network.embedded.running." + server;
    }
}
