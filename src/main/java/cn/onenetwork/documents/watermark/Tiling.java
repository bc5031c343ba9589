package cn.onenetwork.documents.watermark;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/// Where a block of lines is repeated, so that it covers an area from corner to corner, on the slant.
///
/// @param size   of the letters, in the units of the area
/// @param places left ends of the first base lines, in a system of axes that has its origin in the middle of the
///     area and is turned by [#SLANT]
record Tiling(double size, List<Point2D> places) {

    /// Counter-clockwise, in degrees.
    static final double SLANT = 30;

    /// Distance of two base lines, in letters.
    static final double LEADING = 1.4;

    private static final double LETTERS_ACROSS = 42;
    private static final double LETTERS_ALONG = 160;
    private static final double GAP = 4;

    /// @param letters length of the longest line, in letters
    /// @param lines   how many lines
    static Tiling of(double width, double height, double letters, int lines) {
        double size = Math.max(Math.min(width, height) / LETTERS_ACROSS, Math.max(width, height) / LETTERS_ALONG);
        double reach = Math.hypot(width, height) / 2;
        double across = (letters + GAP) * size;
        double down = (lines * LEADING + GAP) * size;
        List<Point2D> places = new ArrayList<>();
        int row = 0;
        for (double y = -reach; y < reach + down; y += down) {
            double shift = row++ % 2 * across / 2;
            for (double x = -reach - shift; x < reach; x += across) {
                places.add(new Point2D.Double(x, y));
            }
        }
        return new Tiling(size, places);
    }
}
