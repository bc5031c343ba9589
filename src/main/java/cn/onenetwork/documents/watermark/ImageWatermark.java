package cn.onenetwork.documents.watermark;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// Draws a watermark over a picture, so that it can be read once the picture stands upright.
final class ImageWatermark {

    private static final Color DARK = new Color(0, 0, 0, 110);
    private static final Color LIGHT = new Color(255, 255, 255, 110);

    private ImageWatermark() {}

    /// @param orientation how the picture has to be turned to stand upright, 1 to 8
    static void draw(BufferedImage image, int orientation, Watermark watermark, Lettering lettering) {
        List<Lettering.Outline> lines =
                watermark.lines().stream().map(lettering::outline).toList();
        double longest =
                lines.stream().mapToDouble(Lettering.Outline::width).max().orElse(1);
        boolean turned = orientation > 4;
        double width = turned ? image.getHeight() : image.getWidth();
        double height = turned ? image.getWidth() : image.getHeight();
        Tiling tiling = Tiling.of(width, height, longest, lines.size());
        Path2D block = block(lines, tiling.size());
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.transform(upright(orientation, image.getWidth(), image.getHeight()));
            graphics.translate(width / 2, height / 2);
            graphics.rotate(-Math.toRadians(Tiling.SLANT));
            tiling.places().forEach(place -> draw(graphics, block, place, tiling.size() / 20));
        } finally {
            graphics.dispose();
        }
    }

    /// Dark letters with a light edge: to be seen on any ground.
    private static void draw(Graphics2D graphics, Path2D block, Point2D place, double edge) {
        graphics.setColor(LIGHT);
        graphics.fill(AffineTransform.getTranslateInstance(place.getX() + edge, place.getY() + edge)
                .createTransformedShape(block));
        graphics.setColor(DARK);
        graphics.fill(
                AffineTransform.getTranslateInstance(place.getX(), place.getY()).createTransformedShape(block));
    }

    private static Path2D block(List<Lettering.Outline> lines, double size) {
        Path2D block = new Path2D.Double();
        for (int line = 0; line < lines.size(); line++) {
            AffineTransform place = AffineTransform.getTranslateInstance(0, line * Tiling.LEADING * size);
            place.scale(size, -size);
            block.append(lines.get(line).path().getPathIterator(place), false);
        }
        return block;
    }

    /// From where a point is seen to where it is stored, by the table of Exif 2.32.
    private static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, -1, 1, 0, 0, height);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, 1, -1, 0, width, 0);
            default -> new AffineTransform();
        };
    }
}
