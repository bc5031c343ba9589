package cn.onenetwork.documents.scanner;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Speaks the protocol of clamd (clamd(8)): `INSTREAM`, so that clamd needs no access to our files and may run
/// anywhere.
///
/// Over channels of the JDK, which know Unix sockets on every platform. They block, as the reading of the file does;
/// time limits close the channel from outside.
@Singleton
@Typed(Clamd.class)
final class Clamd implements MalwareScanner {

    private static final ByteBuffer SCAN = command("zINSTREAM\0");
    private static final ByteBuffer PING = command("zPING\0");
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final ClamdAddress address;
    private final ScannerConfig.Clamd config;
    private final Vertx vertx;

    Clamd(ScannerConfig config, Vertx vertx) {
        this.address = new ClamdAddress(config.clamd().address().orElse(""));
        this.config = config.clamd();
        this.vertx = vertx;
    }

    @Override
    public Optional<String> scan(Path file) {
        String answer = ask(config.timeout(), channel -> {
            write(channel, SCAN.duplicate());
            send(file, channel);
        });
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return Optional.of(found.group(1));
        }
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        throw new ScannerUnavailable("clamd answered: " + answer);
    }

    @Override
    public Uni<Void> probe() {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::ping);
    }

    private void ping() {
        String answer = ask(config.connectTimeout(), channel -> write(channel, PING.duplicate()));
        if (!answer.equals("PONG")) {
            throw new ScannerUnavailable("clamd answered: " + answer);
        }
    }

    private String ask(Duration limit, Question question) {
        try (SocketChannel channel = address.open()) {
            var _ = within(config.connectTimeout(), channel, () -> channel.connect(address.resolved()));
            return within(limit, channel, () -> answer(channel, question));
        } catch (IOException | UnresolvedAddressException failure) {
            throw new ScannerUnavailable("clamd is away or hung up", failure);
        }
    }

    /// A clamd that takes no more says why and closes while we are still writing. Whatever it says then is no verdict.
    private static String answer(SocketChannel channel, Question question) throws IOException {
        try {
            question.put(channel);
            return read(channel);
        } catch (IOException refused) {
            throw channel.isOpen() ? new IOException("clamd hung up: " + read(channel), refused) : refused;
        }
    }

    private <T> T within(Duration limit, SocketChannel channel, Step<T> step) throws IOException {
        long timer = vertx.setTimer(limit.toMillis(), _ -> close(channel));
        try {
            return step.take();
        } finally {
            var _ = vertx.cancelTimer(timer);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            // The one who waits on it is told by an exception of its own.
        }
    }

    private static void send(Path file, SocketChannel channel) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(Integer.BYTES + PIECE);
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            while (content.read(piece.clear().position(Integer.BYTES)) > 0) {
                piece.putInt(0, piece.position() - Integer.BYTES);
                write(channel, piece.flip());
            }
        }
        write(channel, piece.clear().putInt(0).flip());
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            var _ = channel.write(bytes);
        }
    }

    /// Up to the zero that ends it, or to the end of the connection.
    private static String read(SocketChannel channel) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0 && !isComplete(answer)) {
            // more may come
        }
        String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        return UNPRINTABLE.matcher(text.split("\0", 2)[0]).replaceAll("").strip();
    }

    private static boolean isComplete(ByteBuffer answer) {
        return answer.position() > 0 && answer.get(answer.position() - 1) == 0;
    }

    private static ByteBuffer command(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();
    }

    private interface Question {
        void put(SocketChannel channel) throws IOException;
    }

    private interface Step<T> {
        T take() throws IOException;
    }
}
