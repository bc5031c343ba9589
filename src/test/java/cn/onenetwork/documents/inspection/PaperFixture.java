package cn.onenetwork.documents.inspection;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// Papers as people hand them in, and the parts to build worse ones from.
public final class PaperFixture {

    private static final String OFD_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD">
              <ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>
            </ofd:OFD>
            """;

    private PaperFixture() {}

    /// Something that may go wrong while a paper is made.
    interface Making<T> {
        void make(T paper) throws IOException;
    }

    public static byte[] pdf(int pages) {
        return pdf(document -> {
            for (int i = 1; i < pages; i++) {
                document.addPage(new PDPage());
            }
        });
    }

    /// A page, and whatever else is wanted.
    static byte[] pdf(Making<PDDocument> more) {
        return pdf(more, CompressParameters.DEFAULT_COMPRESSION);
    }

    /// The same without object streams, as before PDF 1.5.
    static byte[] oldPdf(Making<PDDocument> more) {
        return pdf(more, CompressParameters.NO_COMPRESSION);
    }

    private static byte[] pdf(Making<PDDocument> more, CompressParameters compression) {
        return made(out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                more.make(document);
                document.save(out, compression);
            }
        });
    }

    static byte[] lockedPdf(String owner, String user) {
        return pdf(document -> document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission())));
    }

    /// A stream whose filters stand as they are given.
    static COSStream stream(PDDocument document, byte[] packed, COSBase filters) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (var out = stream.createRawOutputStream()) {
            out.write(packed);
        }
        stream.setItem(COSName.FILTER, filters);
        return stream;
    }

    public static byte[] jpeg() {
        return image("jpeg");
    }

    public static byte[] png() {
        return image("png");
    }

    private static byte[] image(String format) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.ORANGE);
        drawing.fillOval(5, 5, 40, 30);
        drawing.dispose();
        return made(out -> ImageIO.write(image, format, out));
    }

    /// A PNG of chunks that are given, with the right check sums.
    static byte[] png(byte[]... chunks) {
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return join(signature, join(chunks));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] named = join(ascii(type), content);
        CRC32 crc = new CRC32();
        crc.update(named);
        return join(number(content.length), named, number((int) crc.getValue()));
    }

    /// The header of a picture in grey.
    static byte[] header(int width, int height) {
        return chunk("IHDR", join(number(width), number(height), new byte[] {8, 0, 0, 0, 0}));
    }

    public static byte[] ofd() {
        return ofd(Map.of());
    }

    /// An OFD with more files in it, or other ones of the same names.
    static byte[] ofd(Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("OFD.xml", ascii(OFD_XML));
        parts.put("Doc_0/Document.xml", document(1));
        parts.putAll(more);
        return zip(parts);
    }

    /// The part that lists the pages.
    static byte[] document(int pages) {
        return ascii("<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages>"
                + "<ofd:Page ID=\"1\" BaseLoc=\"Pages/1.xml\"/>".repeat(pages) + "</ofd:Pages></ofd:Document>");
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        return made(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    static byte[] deflated(byte[] content) {
        return made(out -> {
            try (DeflaterOutputStream packing =
                    new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
                packing.write(content);
            }
        });
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    public static byte[] join(byte[]... parts) {
        return made(out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        });
    }

    /// Without its last bytes.
    static byte[] cut(byte[] whole, int length) {
        return Arrays.copyOf(whole, length);
    }

    /// With the first text replaced by one of the same length.
    static byte[] replaced(byte[] whole, String text, String other) {
        byte[] changed = whole.clone();
        System.arraycopy(ascii(other), 0, changed, ByteSearch.next(whole, 0, text), text.length());
        return changed;
    }

    private static byte[] made(Making<ByteArrayOutputStream> making) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            making.make(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
