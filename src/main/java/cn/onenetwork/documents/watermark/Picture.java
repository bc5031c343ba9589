package cn.onenetwork.documents.watermark;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Node;

/// A JPEG or PNG file, copied with a watermark and within a bound of memory.
///
/// What does not fit is read with fewer pixels: every second, every third one. Nothing of the original's metadata
/// is taken over, such as where a photograph was taken, but the orientation.
final class Picture {

    private static final float QUALITY = 0.9f;
    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

    /// Pixels of a progressive JPEG file: the decoder holds up to 6 bytes for each, outside of Java's heap.
    private static final long MAX_PROGRESSIVE = 40_000_000;

    private Picture() {}

    /// @param memory for the pixels, in bytes
    /// @throws NoCopy where the picture is damaged, or of a kind that needs too much memory to decode
    static void draw(Path from, Path to, String format, Watermark watermark, Lettering lettering, long memory) {
        try {
            JpegFacts facts = format.equals("jpeg") ? JpegFacts.of(from) : new JpegFacts(1, false);
            BufferedImage image = read(from, format, facts, memory);
            ImageWatermark.draw(image, facts.orientation(), watermark, lettering);
            write(image, to, format, facts.orientation());
        } catch (IOException | RuntimeException damaged) {
            throw damaged instanceof NoCopy known ? known : new NoCopy("a picture that cannot be copied", damaged);
        }
    }

    private static BufferedImage read(Path from, String format, JpegFacts facts, long memory) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new FileImageInputStream(from.toFile())) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (facts.progressive() && pixels > MAX_PROGRESSIVE) {
                throw new NoCopy("a progressive JPEG file of too many pixels");
            }
            ImageReadParam fewer = reader.getDefaultReadParam();
            int step = step(pixels, bytesPerPixel(reader.getImageTypes(0).next()), memory);
            fewer.setSourceSubsampling(step, step, 0, 0);
            return drawable(reader.read(0, fewer));
        } finally {
            reader.dispose();
        }
    }

    /// What is converted is there twice, before and after.
    private static int bytesPerPixel(ImageTypeSpecifier type) {
        int bytes = Math.max(1, (type.getColorModel().getPixelSize() + 7) / 8);
        return isDrawable(type.getBufferedImageType()) ? bytes : bytes + 4;
    }

    static int step(long pixels, int bytesPerPixel, long memory) {
        int step = 1;
        while (pixels / step / step * bytesPerPixel > memory) {
            step++;
        }
        return step;
    }

    /// Eight bits for each of one, three or four channels: a palette has no shades to draw with, sixteen bits are
    /// more than anybody sees, and printers' colours are not what a screen shows.
    private static boolean isDrawable(int type) {
        return type == BufferedImage.TYPE_BYTE_GRAY
                || type == BufferedImage.TYPE_3BYTE_BGR
                || type == BufferedImage.TYPE_4BYTE_ABGR;
    }

    private static BufferedImage drawable(BufferedImage image) {
        if (isDrawable(image.getType())) {
            return image;
        }
        BufferedImage converted = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = converted.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return converted;
    }

    private static void write(BufferedImage image, Path to, String format, int orientation) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = new FileImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            IIOMetadata metadata = null;
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
                metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
                orient(metadata, orientation);
            }
            writer.write(null, new IIOImage(image, null, metadata), how);
        } finally {
            writer.dispose();
        }
    }

    private static void orient(IIOMetadata metadata, int orientation) throws IOException {
        if (orientation == 1) {
            return;
        }
        Node root = metadata.getAsTree(JPEG_METADATA);
        IIOMetadataNode exif = new IIOMetadataNode("unknown");
        exif.setAttribute("MarkerTag", "225");
        exif.setUserObject(JpegFacts.exif(orientation));
        Node markers = root.getLastChild();
        markers.insertBefore(exif, markers.getFirstChild());
        metadata.setFromTree(JPEG_METADATA, root);
    }
}
