package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// The directory at the end of a ZIP (APPNOTE.TXT 4.3.16): where every reader of ZIPs begins, whatever the file begins
/// with.
///
/// @param start   first byte of the directory
/// @param end     where the record stands that closes it
/// @param entries how many it says it lists
/// @param exact   whether the file ends with it, and all its offsets count from the first byte of the file
record ZipDirectory(long start, long end, int entries, boolean exact) {

    static final int ENTRY = 0x02014b50;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long ZIP64 = 0xffff_ffffL;

    /// The directory that a reader of ZIPs would find in the file, of whatever kind.
    static Optional<ZipDirectory> find(OpenFile file) throws IOException {
        long from = Math.max(0, file.size() - END_SIZE - LONGEST_COMMENT);
        ByteBuffer tail = little(file.bytes(from, END_SIZE + LONGEST_COMMENT));
        for (int at = tail.capacity() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                Optional<ZipDirectory> found = read(file, from, tail, at);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// The directory of a file that is nothing but a ZIP.
    static ZipDirectory of(OpenFile file) throws IOException {
        ZipDirectory found = find(file).orElseThrow(() -> new Rejected(Rejection.UNREADABLE));
        if (!found.exact) {
            throw new Rejected(Rejection.POLYGLOT);
        }
        return found;
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Four bytes that look like the record are met by chance; a directory where it points to is not.
    private static Optional<ZipDirectory> read(OpenFile file, long from, ByteBuffer tail, int at) throws IOException {
        int entries = Short.toUnsignedInt(tail.getShort(at + 10));
        long size = Integer.toUnsignedLong(tail.getInt(at + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        int comment = Short.toUnsignedInt(tail.getShort(at + 20));
        long end = from + at;
        long start = end - size;
        if (offset == ZIP64 || size == ZIP64) {
            throw new Rejected(Rejection.UNREADABLE);
        }
        if (entries == 0 || start < 0) {
            return Optional.empty();
        }
        byte[] first = file.bytes(start, Integer.BYTES);
        if (first.length < Integer.BYTES || little(first).getInt() != ENTRY) {
            return Optional.empty();
        }
        boolean exact = offset == start && end + END_SIZE + comment == file.size() && tail.getInt(at + 4) == 0;
        return Optional.of(new ZipDirectory(start, end, entries, exact));
    }
}
