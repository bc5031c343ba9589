package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Packed text or a packed colour profile of a PNG: nothing that needs megabytes.
final class PngText implements PngSink {

    private static final long MOST = 8L * 1024 * 1024;

    private final Budget.Part counted;
    private final Inflater inflater = new Inflater();
    private final byte[] unfolded = new byte[16 * 1024];

    /// Which bytes stand before the packed ones: a name that ends with zero, then how it is packed, and in
    /// international text two more names.
    private final boolean international;

    private int zeros;
    private int flags;
    private boolean packed = true;

    PngText(Budget budget, boolean international) {
        this.counted = budget.part(MOST);
        this.international = international;
    }

    @Override
    public void take(byte[] piece, int length) throws IOException {
        int at = 0;
        while (at < length && !isAtContent()) {
            header(piece[at++]);
        }
        if (at < length && packed) {
            unfold(piece, at, length - at);
        }
    }

    private boolean isAtContent() {
        return international ? zeros == 3 : zeros == 1 && flags == 1;
    }

    private void header(byte one) {
        int expected = international ? 2 : 1;
        if (zeros == 1 && flags < expected) {
            packed = packed && !(international && flags == 0 && one == 0);
            flags++;
        } else if (one == 0) {
            zeros++;
        }
    }

    private void unfold(byte[] piece, int from, int length) throws IOException {
        inflater.setInput(piece, from, length);
        try {
            int size = inflater.inflate(unfolded);
            while (size > 0) {
                counted.add(size);
                size = inflater.inflate(unfolded);
            }
        } catch (DataFormatException damaged) {
            throw new Rejected(Rejection.UNREADABLE);
        }
    }

    @Override
    public void end() {
        inflater.end();
    }
}
