package cn.onenetwork.faults;

import cn.onenetwork.testing.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Leads connections by turns to the pods that say they are ready, as a Service of Kubernetes does: it knows nothing of
/// HTTP, leaves alone what is open, and learns late, by asking, that a pod is not ready any more.
final class Balancer implements AutoCloseable {

    private static final int ASKS_EVERY_MILLIS = 500;

    private final ServerSocket door;
    private final List<Service> pods = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<Service, Boolean> ready = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    private Balancer(ServerSocket door) {
        this.door = door;
    }

    static Balancer opened() {
        try {
            Balancer balancer = new Balancer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            Thread _ = Thread.ofVirtual().start(balancer::serve);
            Thread _ = Thread.ofVirtual().start(balancer::watch);
            return balancer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /// A pod that is there; it gets connections from when it says that it is ready.
    void knows(Service pod) {
        pods.add(pod);
    }

    void forgets(Service pod) {
        pods.remove(pod);
        ready.remove(pod);
    }

    boolean leadsTo(Service pod) {
        return ready.getOrDefault(pod, false);
    }

    private void watch() {
        while (!door.isClosed()) {
            pods.forEach(pod -> ready.put(pod, isReady(pod)));
            try {
                Thread.sleep(ASKS_EVERY_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isReady(Service pod) {
        try {
            HttpURLConnection probe =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + pod.port() + "/q/health/ready")
                            .toURL()
                            .openConnection();
            probe.setReadTimeout(2_000);
            return probe.getResponseCode() == 200;
        } catch (IOException gone) {
            return false;
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread _ = Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        List<Service> those = pods.stream().filter(this::leadsTo).toList();
        try (client;
                Socket pod = new Socket()) {
            if (!those.isEmpty()) {
                Service next = those.get(Math.floorMod(turn.getAndIncrement(), those.size()));
                pod.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), next.port()));
                client.setTcpNoDelay(true);
                pod.setTcpNoDelay(true);
                Thread back = Thread.ofVirtual().start(() -> pump(pod, client));
                pump(client, pod);
                back.join();
            }
        } catch (IOException nobody) {
            // The client sees its connection closed.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes one way where it is closed on the other side; a broken way breaks both.
    private static void pump(Socket from, Socket to) {
        byte[] block = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                out.write(block, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            for (Socket end : List.of(from, to)) {
                try {
                    end.close();
                } catch (IOException gone) {
                    // It is closed, one way or the other.
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
