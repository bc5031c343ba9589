package cn.onenetwork.edge;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/// The bytes of a socket: how much may come, how much may wait to go, and whether anybody is still there.
///
/// While the client does not read, nothing more is read from it either; so it cannot make the service remember
/// answers by asking faster than it listens.
final class Wire {

    private final ServerWebSocket socket;
    private final Context loop;
    private final int maxMessage;
    private final Queue<Runnable> waitingForRoom = new ArrayDeque<>();
    private final Runnable gone;
    private final long pings;
    private boolean alive = true;
    private boolean ended;

    /// @param gone runs once, as soon as one of the two ends closes, without waiting for the other
    Wire(ServerWebSocket socket, Context loop, EdgeConfig.SocketLimits limits, Consumer<String> reader, Runnable gone) {
        this.socket = socket;
        this.loop = loop;
        this.maxMessage = Math.toIntExact(limits.maxMessage().asLongValue());
        this.gone = gone;
        this.pings = loop.owner().setPeriodic(limits.keepAlive().toMillis(), _ -> ping());
        socket.textMessageHandler(text -> read(text, reader));
        socket.binaryMessageHandler(_ -> close(Close.MALFORMED));
        socket.pongHandler(_ -> alive = true);
        socket.drainHandler(_ -> drained());
        // A client that is suddenly gone is nothing to report: the close handler follows.
        socket.exceptionHandler(_ -> {});
        socket.closeHandler(_ -> loop.runOnContext(_ -> end()));
    }

    private void end() {
        if (!ended) {
            ended = true;
            loop.owner().cancelTimer(pings);
            gone.run();
        }
    }

    private void read(String text, Consumer<String> reader) {
        boolean tooBig = text.length() > maxMessage || text.getBytes(StandardCharsets.UTF_8).length > maxMessage;
        if (tooBig) {
            close(Close.TOO_BIG);
        } else if (!ended) {
            reader.accept(text);
        }
    }

    private void ping() {
        if (alive) {
            alive = false;
            socket.writePing(Buffer.buffer()).onFailure(_ -> {});
        } else {
            close(Close.AWAY);
        }
    }

    void write(String text) {
        if (!ended) {
            socket.writeTextMessage(text).onFailure(_ -> {});
            if (socket.writeQueueFull()) {
                socket.pause();
            }
        }
    }

    /// Runs at once where there is room to write, else as soon as there is.
    void whenWritable(Runnable work) {
        if (socket.writeQueueFull()) {
            waitingForRoom.add(work);
        } else {
            work.run();
        }
    }

    private void drained() {
        socket.resume();
        for (int waiting = waitingForRoom.size(); waiting > 0; waiting--) {
            whenWritable(waitingForRoom.remove());
        }
    }

    void close(Close reason) {
        if (!ended) {
            socket.close((short) reason.code(), reason.shortened()).onFailure(_ -> {});
            end();
        }
    }

    boolean isClosed() {
        return ended;
    }
}
