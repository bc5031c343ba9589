package cn.onenetwork.documents.watermark;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/// Pictures of printers' colours, which Java decodes but does not convert: four channels to red, green and blue,
/// without a colour profile. Good enough to read what a scan says.
final class FourColours {

    private FourColours() {}

    /// @param adobe as in [JpegFacts]; with Adobe's marker the channels are stored inverted
    static BufferedImage converted(Raster raster, int adobe) {
        int width = raster.getWidth();
        BufferedImage image = new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[width * 4];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb(row, x * 4, adobe));
            }
        }
        return image;
    }

    private static int rgb(int[] row, int at, int adobe) {
        int a = row[at];
        int b = row[at + 1];
        int c = row[at + 2];
        int key = adobe < 0 ? 255 - row[at + 3] : row[at + 3];
        return switch (adobe) {
            case 2 ->
                packed(
                        a + 1.402 * (c - 128),
                        a - 0.344136 * (b - 128) - 0.714136 * (c - 128),
                        a + 1.772 * (b - 128),
                        key);
            case -1 -> packed(255 - a, 255 - b, 255 - c, key);
            default -> packed(a, b, c, key);
        };
    }

    private static int packed(double red, double green, double blue, int key) {
        return channel(red, key) << 16 | channel(green, key) << 8 | channel(blue, key);
    }

    private static int channel(double value, int key) {
        return (int) Math.round(Math.clamp(value, 0, 255) * key / 255);
    }
}
