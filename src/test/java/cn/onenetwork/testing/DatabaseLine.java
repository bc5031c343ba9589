package cn.onenetwork.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// A line between the service and its database that a test can cut, let freeze, and mend. Name it in the
/// `testResources` of a test profile.
///
/// The resource and the test may be loaded by different class loaders; so they agree by a system property.
public final class DatabaseLine implements QuarkusTestResourceLifecycleManager {

    private static final String STATE = "one-network.test.database-line";
    private static final int LOOK_EVERY_MILLIS = 10;

    /// What the line does.
    private enum State {
        /// Lets everything through.
        WHOLE,
        /// Nothing listens any more, and what was open is closed: the server was killed.
        CUT,
        /// Everything stays open and nothing moves: the server hangs.
        FROZEN
    }

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<ServerSocket> listening = new AtomicReference<>();
    private volatile boolean stopped;
    private URI database;
    private int port;

    /// The server is gone; connections are refused.
    public static void cut() {
        set(State.CUT);
    }

    /// The server neither answers nor goes away.
    public static void freeze() {
        set(State.FROZEN);
    }

    /// The server is there again; what was frozen goes on.
    public static void mend() {
        set(State.WHOLE);
    }

    private static void set(State state) {
        System.setProperty(STATE, state.name());
    }

    private static boolean is(State state) {
        return state.name().equals(System.getProperty(STATE, State.WHOLE.name()));
    }

    /// After the embedded services, whose address it replaces.
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        String address = EmbeddedServices.database().settings().get("quarkus.datasource.reactive.url");
        database = URI.create(address.replaceFirst("^vertx-reactive:", ""));
        try {
            listen(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread _ = Thread.ofVirtual().start(this::obey);
        return Map.of(
                "quarkus.datasource.reactive.url",
                address.replace(":" + database.getPort() + "/", ":" + port + "/")
                        .replace("localhost", "127.0.0.1"));
    }

    private void listen(int wanted) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        port = server.getLocalPort();
        listening.set(server);
        Thread _ = Thread.ofVirtual().start(() -> accept(server));
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket client = server.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), database.getPort());
                open.add(client);
                open.add(upstream);
                Thread _ = Thread.ofVirtual().start(() -> pump(client, upstream));
                Thread _ = Thread.ofVirtual().start(() -> pump(upstream, client));
            }
        } catch (IOException closed) {
            // Cut, or stopped.
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                while (is(State.FROZEN)) {
                    Thread.sleep(LOOK_EVERY_MILLIS);
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException closed) {
            // One of the two ends went.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void obey() {
        try {
            while (!stopped) {
                if (is(State.CUT) && listening.get() != null) {
                    close();
                } else if (!is(State.CUT) && listening.get() == null) {
                    listen(port);
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() throws IOException {
        ServerSocket server = listening.getAndSet(null);
        if (server != null) {
            server.close();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        mend();
        try {
            close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
