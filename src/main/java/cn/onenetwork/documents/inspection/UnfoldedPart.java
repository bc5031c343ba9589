package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// What a part of a ZIP unfolds to, counted while it is read. To finish it is to read the rest, and to compare size and
/// check
/// sum with those that were declared.
final class UnfoldedPart extends FilterInputStream {

    /// Text and tables shrink to a twentieth. Only a bomb of some size shrinks to less than this part of it.
    private static final int HIGHEST_RATIO = 200;

    private static final long SMALL = 1024 * 1024;
    private static final int PIECE = 16 * 1024;

    private final ZipPart part;
    private final Budget.Part counted;
    private final CRC32 crc = new CRC32();

    UnfoldedPart(OpenFile file, ZipPart part) {
        super(unfolding(file.stream(part.from(), part.packed()), part));
        this.part = part;
        this.counted = file.budget().part();
    }

    private static InputStream unfolding(InputStream packed, ZipPart part) {
        return part.stored() ? packed : new InflaterInputStream(packed, new Inflater(true), PIECE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (read > 0) {
            crc.update(bytes, from, read);
            counted.add(read);
            if (counted.size() > SMALL && counted.size() > part.packed() * HIGHEST_RATIO) {
                throw new Rejected(Rejection.TOO_COMPLEX);
            }
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// Reads to the end.
    void finish() throws IOException {
        byte[] rest = new byte[PIECE];
        while (read(rest, 0, rest.length) >= 0) {
            // counted by the reading
        }
        if (counted.size() != part.size() || crc.getValue() != part.crc()) {
            throw new Rejected(Rejection.UNREADABLE);
        }
    }
}
