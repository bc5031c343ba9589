package cn.onenetwork.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A network between client and service that can be told to break when so many bytes have gone up.
final class Gateway implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0);
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch stalled = new CountDownLatch(1);
    private volatile boolean stalls;
    private volatile int target;

    Gateway(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Where new connections go from now on.
    void leadTo(int port) {
        target = port;
    }

    /// Breaks whatever goes through it after so many more bytes, once.
    void breakAfter(long bytes) {
        left.set(bytes);
    }

    /// After so many more bytes nothing goes through any more, but nobody is told.
    void stallAfter(long bytes) {
        stalls = true;
        left.set(bytes);
    }

    /// Waits until it has stalled.
    void awaitStall() throws InterruptedException {
        if (!stalled.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("so many bytes did not come");
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket service = new Socket("localhost", target)) {
            Thread down = Thread.ofVirtual().start(() -> pump(service, client, new AtomicLong(Long.MAX_VALUE)));
            pump(client, service, left);
            down.join();
        } catch (IOException | InterruptedException broken) {
            // Both ends are closed by now, which is what a broken network looks like.
        }
    }

    private void pump(Socket from, Socket to, AtomicLong allowed) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] block = new byte[8192];
            for (int read = in.read(block); read > 0; read = in.read(block)) {
                out.write(block, 0, read);
                out.flush();
                if (allowed.addAndGet(-read) < 0) {
                    allowed.set(Long.MAX_VALUE);
                    if (stalls) {
                        stalls = false;
                        stalled.countDown();
                        return;
                    }
                    from.setSoLinger(true, 0);
                    break;
                }
            }
            from.close();
            to.close();
        } catch (IOException broken) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed, one way or the other.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
