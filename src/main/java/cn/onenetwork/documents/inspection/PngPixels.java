package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The picture data of a PNG, unfolded over all its chunks: neither more nor less than its header says.
final class PngPixels implements PngSink {

    static final PngPixels UNKNOWN = new PngPixels(0, null);

    private static final int PALETTE = 3;
    private static final int DEEP = 16;
    private static final Set<Integer> DEPTHS = Set.of(1, 2, 4, 8, DEEP);

    /// Columns and rows of the seven passes of an interlaced picture: first, and step.
    private static final int[][] PASSES = {
        {0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4}, {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2}
    };

    private final long expected;
    private final @Nullable Budget budget;
    private final Inflater inflater = new Inflater();
    private final byte[] unfolded = new byte[16 * 1024];
    private long size;

    private PngPixels(long expected, @Nullable Budget budget) {
        this.expected = expected;
        this.budget = budget;
    }

    static PngPixels of(ByteBuffer header, Budget budget) throws Rejected {
        int width = header.getInt();
        int height = header.getInt();
        int depth = header.get();
        int colour = header.get();
        boolean known = header.get() == 0 && header.get() == 0;
        int interlaced = header.get();
        if (width <= 0 || height <= 0 || !known || !isKnown(depth, colour) || interlaced < 0 || interlaced > 1) {
            throw new Rejected(Rejection.UNREADABLE);
        }
        if ((long) width * height > budget.limits().pixels()) {
            throw new Rejected(Rejection.TOO_COMPLEX);
        }
        int bits = depth * channels(colour);
        return new PngPixels(interlaced == 0 ? bytes(width, height, bits) : interlaced(width, height, bits), budget);
    }

    private static boolean isKnown(int depth, int colour) {
        boolean shallow = colour == 0 || colour == PALETTE && depth != DEEP;
        return DEPTHS.contains(depth)
                && Set.of(0, 2, PALETTE, 4, 6).contains(colour)
                && (shallow || depth >= 8 && colour != PALETTE);
    }

    private static int channels(int colour) {
        return switch (colour) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /// Every row has one byte more, for its filter.
    private static long bytes(long width, long height, int bits) {
        return width == 0 ? 0 : height * (1 + (width * bits + 7) / 8);
    }

    private static long interlaced(int width, int height, int bits) {
        long sum = 0;
        for (int[] pass : PASSES) {
            long columns = Math.max(0, (width - pass[0] + pass[1] - 1) / pass[1]);
            long rows = Math.max(0, (height - pass[2] + pass[3] - 1) / pass[3]);
            sum += bytes(columns, rows, bits);
        }
        return sum;
    }

    @Override
    public void take(byte[] piece, int length) throws Rejected {
        inflater.setInput(piece, 0, length);
        try {
            while (!inflater.finished() && !inflater.needsInput()) {
                add(inflater.inflate(unfolded));
            }
        } catch (DataFormatException damaged) {
            throw new Rejected(Rejection.UNREADABLE);
        }
    }

    private void add(int bytes) throws Rejected {
        size += bytes;
        if (budget != null) {
            budget.spend(bytes);
        }
        if (bytes == 0 && inflater.needsDictionary()) {
            throw new Rejected(Rejection.UNREADABLE);
        }
        if (size > expected) {
            throw new Rejected(Rejection.TOO_COMPLEX);
        }
    }

    /// At the end all rows have come.
    PngSink complete() throws Rejected {
        if (size != expected || !inflater.finished()) {
            throw new Rejected(Rejection.UNREADABLE);
        }
        inflater.end();
        return NOTHING;
    }
}
