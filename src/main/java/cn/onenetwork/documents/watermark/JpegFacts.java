package cn.onenetwork.documents.watermark;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the head of a JPEG file says that the decoder does not tell.
///
/// @param orientation how it has to be turned to stand upright, 1 to 8 (Exif 2.32, tag 0x0112); 1 where the file
///     does not say
/// @param progressive whether it comes in several scans, for which the decoder holds the whole picture
record JpegFacts(int orientation, boolean progressive) {

    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int EXIF = 0xe1;
    private static final int ORIENTATION = 0x0112;

    static JpegFacts of(Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in = new DataInputStream(bytes)) {
            return read(in);
        } catch (IOException damaged) {
            throw new NoCopy("a JPEG file that cannot be read", damaged);
        }
    }

    private static JpegFacts read(DataInputStream in) throws IOException {
        int orientation = 1;
        boolean progressive = false;
        in.skipNBytes(2);
        for (int marker = marker(in); marker != SCAN && marker != END; marker = marker(in)) {
            byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
            switch (marker) {
                case EXIF -> orientation = orientation(segment, orientation);
                case 0xc2, 0xc6, 0xca, 0xce -> progressive = true;
                default -> {}
            }
        }
        return new JpegFacts(orientation, progressive);
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            throw new IOException("no marker");
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private static int orientation(byte[] segment, int otherwise) {
        int start = 6;
        if (!startsWith(segment, "Exif\0\0") || segment.length < start + 8) {
            return otherwise;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, start, segment.length - start)
                .slice()
                .order(segment[start] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return otherwise;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int entry = directory + 2; entries-- > 0 && entry <= tiff.limit() - 12; entry += 12) {
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : otherwise;
            }
        }
        return otherwise;
    }

    private static boolean startsWith(byte[] segment, String text) {
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        return segment.length >= start.length
                && ByteBuffer.wrap(segment, 0, start.length).equals(ByteBuffer.wrap(start));
    }

    /// An Exif segment that says nothing but the orientation.
    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
