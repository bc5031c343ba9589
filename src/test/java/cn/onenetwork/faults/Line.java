package cn.onenetwork.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// A network between two parties that a test can slow down, reset, or let fall silent.
///
/// A line that has fallen silent takes everything and brings nothing, in both directions, and tells nobody: neither
/// party learns that the other is gone. What was open then stays so for ever; who connects anew after
/// [#mend] gets through.
final class Line implements AutoCloseable {

    private final ServerSocket door;
    private final IntSupplier target;
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;
    private volatile Duration delay = Duration.ZERO;

    private Line(ServerSocket door, IntSupplier target) {
        this.door = door;
        this.target = target;
    }

    /// @param target asked for every connection; 0 where there is nowhere to go
    static Line to(IntSupplier target) {
        try {
            Line line = new Line(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
            Thread _ = Thread.ofVirtual().start(line::serve);
            return line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /// Everything arrives, this much later.
    void slow(Duration each) {
        delay = each;
    }

    void fallSilent() {
        silent = true;
        open.forEach(wire -> wire.silent = true);
    }

    /// Resets every connection that is open.
    ///
    /// @return how many there were
    int reset() {
        int count = open.size();
        open.forEach(Wire::reset);
        return count;
    }

    void mend() {
        silent = false;
        delay = Duration.ZERO;
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
        Socket service = new Socket();
        try {
            service.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()));
            client.setTcpNoDelay(true);
            service.setTcpNoDelay(true);
            Wire wire = new Wire(client, service, silent);
            open.add(wire);
            Thread _ = Thread.ofVirtual().start(() -> pump(wire, service, client));
            pump(wire, client, service);
        } catch (IOException nobody) {
            close(client);
            close(service);
        }
    }

    private void pump(Wire wire, Socket from, Socket to) {
        byte[] block = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                if (delay.isPositive()) {
                    Thread.sleep(delay);
                }
                if (!wire.silent) {
                    out.write(block, 0, count);
                }
            }
            if (!wire.silent) {
                to.shutdownOutput();
                wire.half();
            }
        } catch (IOException broken) {
            wire.reset();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (wire.isOver()) {
            open.remove(wire);
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
        open.forEach(Wire::reset);
    }

    /// A connection, with its two halves.
    private static final class Wire {

        private final Socket client;
        private final Socket service;
        private volatile boolean silent;
        private int halves;

        Wire(Socket client, Socket service, boolean silent) {
            this.client = client;
            this.service = service;
            this.silent = silent;
        }

        synchronized void half() {
            halves++;
            if (halves == 2) {
                Line.close(client);
                Line.close(service);
            }
        }

        boolean isOver() {
            return client.isClosed() && service.isClosed();
        }

        void reset() {
            for (Socket end : new Socket[] {client, service}) {
                try {
                    end.setSoLinger(true, 0);
                } catch (IOException gone) {
                    // It is closed already.
                }
                Line.close(end);
            }
        }
    }
}
