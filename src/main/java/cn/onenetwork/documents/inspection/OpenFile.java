package cn.onenetwork.documents.inspection;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file on the local disk while it is inspected: read in pieces, from wherever.
final class OpenFile implements Closeable {

    private static final int PIECE = 64 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final Budget budget;

    OpenFile(Path path, Budget budget) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.size = channel.size();
        this.budget = budget;
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    Budget budget() {
        return budget;
    }

    /// Bytes from a place on; fewer where the file ends.
    byte[] bytes(long from, int most) throws IOException {
        int length = (int) Math.clamp(size - from, 0, most);
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }

    /// The first bytes.
    byte[] head(int most) throws IOException {
        return bytes(0, most);
    }

    /// A part of the file as a stream; it ends where the file ends.
    InputStream stream(long from, long length) {
        return new BufferedInputStream(new Section(from, Math.min(size, from + length)), PIECE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Section extends InputStream {

        private final long end;
        private long at;

        Section(long from, long end) {
            this.at = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (at >= end) {
                return -1;
            }
            budget.tick();
            int read = channel.read(ByteBuffer.wrap(bytes, from, (int) Math.min(length, end - at)), at);
            at += Math.max(read, 0);
            return read;
        }
    }
}
