package cn.onenetwork.documents.watermark;

import java.awt.image.BufferedImage;

/// Where two pictures of one size differ to the eye.
public final class Difference {

    private static final int VISIBLE = 24;
    private static final int CELLS = 4;

    private Difference() {}

    /// Share of the pixels that differ visibly, in the cell of a grid of four by four where they are fewest.
    public static double least(BufferedImage one, BufferedImage other) {
        double least = 1;
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            int left = one.getWidth() * (cell % CELLS) / CELLS;
            int top = one.getHeight() * (cell / CELLS) / CELLS;
            least = Math.min(least, share(one, other, left, top, one.getWidth() / CELLS, one.getHeight() / CELLS));
        }
        return least;
    }

    public static double share(BufferedImage one, BufferedImage other) {
        return share(one, other, 0, 0, one.getWidth(), one.getHeight());
    }

    private static double share(BufferedImage one, BufferedImage other, int left, int top, int width, int height) {
        int visible = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                visible += distance(one.getRGB(x, y), other.getRGB(x, y)) >= VISIBLE ? 1 : 0;
            }
        }
        return (double) visible / width / height;
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }
}
