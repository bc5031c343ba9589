package cn.onenetwork.documents.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PictureTest {

    private static final Lettering LETTERING = new Lettering();
    private static final Watermark WATERMARK =
            new Watermark("示例受理员甲", "办件办理", "case handling", "520198202611230000014", LocalDate.of(2026, 12, 23));
    private static final long PLENTY = 48_000_000;

    @TempDir
    Path folder;

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("png", picture(BufferedImage.TYPE_INT_ARGB, new Color(10, 200, 30, 128))),
                Arguments.of("png", picture(BufferedImage.TYPE_3BYTE_BGR, Color.BLACK)),
                Arguments.of("png", picture(BufferedImage.TYPE_BYTE_BINARY, Color.WHITE)),
                Arguments.of("png", picture(BufferedImage.TYPE_BYTE_INDEXED, Color.RED)),
                Arguments.of("png", picture(BufferedImage.TYPE_USHORT_GRAY, Color.GRAY)),
                Arguments.of("png", deep()),
                Arguments.of("jpeg", picture(BufferedImage.TYPE_BYTE_GRAY, Color.GRAY)),
                Arguments.of("jpeg", picture(BufferedImage.TYPE_3BYTE_BGR, Color.WHITE)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("pictures")
    void it_is_seen_all_over_on_any_ground_and_leaves_the_picture_readable(String format, BufferedImage image)
            throws IOException {
        Path from = folder.resolve("original");
        assertThat(ImageIO.write(image, format, from.toFile())).isTrue();

        BufferedImage before = seen(from);
        BufferedImage after = seen(copy(from, format, PLENTY));

        assertThat(after.getWidth()).isEqualTo(before.getWidth());
        assertThat(Difference.least(before, after)).isGreaterThan(0.005);
        assertThat(Difference.share(before, after)).isLessThan(0.35);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_stands_upright_where_the_picture_does(int orientation) {
        BufferedImage upright = picture(BufferedImage.TYPE_3BYTE_BGR, Color.WHITE);
        BufferedImage stored = orientation > 4
                ? picture(BufferedImage.TYPE_3BYTE_BGR, Color.WHITE, upright.getHeight(), upright.getWidth())
                : picture(BufferedImage.TYPE_3BYTE_BGR, Color.WHITE);
        ImageWatermark.draw(upright, 1, WATERMARK, LETTERING);
        ImageWatermark.draw(stored, orientation, WATERMARK, LETTERING);

        assertThat(Difference.share(upright, shown(stored, orientation))).isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void a_photograph_keeps_its_orientation_and_nothing_else_of_its_metadata(int orientation) throws IOException {
        Path from = folder.resolve("original");
        byte[] plain = jpeg(picture(BufferedImage.TYPE_3BYTE_BGR, Color.WHITE));
        byte[] exif = Arrays.copyOf(JpegFacts.exif(orientation), 52);
        System.arraycopy("where it was taken".getBytes(StandardCharsets.US_ASCII), 0, exif, 32, 18);
        Path _ = Files.write(from, withSegment(plain, exif));

        Path copy = copy(from, "jpeg", PLENTY);

        assertThat(JpegFacts.of(from).orientation()).isEqualTo(orientation);
        assertThat(JpegFacts.of(copy).orientation()).isEqualTo(orientation);
        assertThat(new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1))
                .doesNotContain("where it was taken");
        assertThat(ImageIO.read(copy.toFile())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void a_picture_that_does_not_fit_is_copied_with_fewer_pixels(String format) throws IOException {
        Path from = folder.resolve("original");
        assertThat(ImageIO.write(picture(BufferedImage.TYPE_3BYTE_BGR, Color.WHITE), format, from.toFile()))
                .isTrue();

        BufferedImage copy = ImageIO.read(copy(from, format, 600 * 400 * 3 / 4).toFile());

        assertThat(copy.getWidth()).isEqualTo(300);
        assertThat(copy.getHeight()).isEqualTo(200);
    }

    @Test
    void the_pixels_never_take_more_memory_than_allowed() {
        assertThat(Picture.step(16_000_000, 3, PLENTY)).isEqualTo(1);
        assertThat(Picture.step(16_000_001, 3, PLENTY)).isEqualTo(2);
        assertThat(Picture.step(100_000_000, 3, PLENTY)).isEqualTo(3);
        assertThat(Picture.step(100_000_000, 8, PLENTY)).isEqualTo(5);
    }

    @Test
    void colours_of_printers_are_converted() throws IOException {
        Path from = folder.resolve("original");
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 600, 400, 4, null);
        // Inverted, as in practice: no ink is 255.
        int[] green = {0, 255, 0, 255};
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 600; x++) {
                raster.setPixel(x, y, green);
            }
        }
        writeJpeg(new IIOImage(raster, null, null), from);

        BufferedImage copy = ImageIO.read(copy(from, "jpeg", PLENTY).toFile());

        Color corner = new Color(copy.getRGB(599, 0));
        assertThat(corner.getGreen()).isGreaterThan(150).isGreaterThan(corner.getRed() + 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void a_damaged_picture_is_refused(String format) throws IOException {
        Path from = Files.write(folder.resolve("original"), new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3});

        assertThatExceptionOfType(NoCopy.class).isThrownBy(() -> copy(from, format, PLENTY));
    }

    private Path copy(Path from, String format, long memory) {
        Path to = folder.resolve("copy");
        Picture.draw(from, to, format, WATERMARK, LETTERING, memory);
        return to;
    }

    private static BufferedImage picture(int type, Color ground) {
        return picture(type, ground, 600, 400);
    }

    private static BufferedImage picture(int type, Color ground, int width, int height) {
        return filled(new BufferedImage(width, height, type), ground);
    }

    private static BufferedImage filled(BufferedImage image, Color ground) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        return image;
    }

    /// As it comes to the screen: eight bits for each channel.
    private static BufferedImage seen(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        BufferedImage seen = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = seen.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return seen;
    }

    /// Sixteen bits for each of four channels.
    private static BufferedImage deep() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        return filled(
                new BufferedImage(model, model.createCompatibleWritableRaster(600, 400), false, null), Color.BLUE);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpeg", bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static void writeJpeg(IIOImage image, Path to) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            writer.write(image);
        } finally {
            writer.dispose();
        }
    }

    private static byte[] withSegment(byte[] jpeg, byte[] exif) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        bytes.write(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /// A stored picture as it is shown, pixel by pixel, by the table of Exif 2.32.
    private static BufferedImage shown(BufferedImage stored, int orientation) {
        int right = stored.getWidth() - 1;
        int bottom = stored.getHeight() - 1;
        boolean turned = orientation > 4;
        BufferedImage shown = new BufferedImage(
                turned ? stored.getHeight() : stored.getWidth(),
                turned ? stored.getWidth() : stored.getHeight(),
                BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                int[] from = switch (orientation) {
                    case 2 -> new int[] {right - x, y};
                    case 3 -> new int[] {right - x, bottom - y};
                    case 4 -> new int[] {x, bottom - y};
                    case 5 -> new int[] {y, x};
                    case 6 -> new int[] {y, bottom - x};
                    case 7 -> new int[] {right - y, bottom - x};
                    case 8 -> new int[] {right - y, x};
                    default -> new int[] {x, y};
                };
                shown.setRGB(x, y, stored.getRGB(from[0], from[1]));
            }
        }
        return shown;
    }
}
