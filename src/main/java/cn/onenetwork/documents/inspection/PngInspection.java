package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A PNG (ISO/IEC 15948) from its header to its end: chunks that lie within the file and carry their check sum, a size
/// that somebody's memory can hold, picture data of just that size, and no packed text that unfolds to a flood.
final class PngInspection implements Inspection {

    private static final int SIGNATURE = 8;
    private static final int HEADER = 13;
    private static final int PIECE = 16 * 1024;

    @Override
    public void inspect(OpenFile file, FileKind kind) throws IOException {
        try (DataInputStream in = new DataInputStream(file.stream(0, file.size()))) {
            in.skipNBytes(SIGNATURE);
            Walk walk = new Walk(in, file.budget());
            while (walk.chunk()) {
                file.budget().tick();
            }
            SecondFaces.behind(file, walk.at);
        }
    }

    /// Goes from chunk to chunk.
    private static final class Walk {

        private final DataInputStream in;
        private final Budget budget;
        private long at = SIGNATURE;
        private PngPixels pixels = PngPixels.UNKNOWN;

        Walk(DataInputStream in, Budget budget) {
            this.in = in;
            this.budget = budget;
        }

        /// Reads one chunk; false where it was the last.
        boolean chunk() throws IOException {
            int length = in.readInt();
            byte[] type = in.readNBytes(4);
            boolean first = at == SIGNATURE;
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (length < 0 || type.length < 4 || first != name.equals("IHDR")) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            CRC32 crc = new CRC32();
            crc.update(type);
            PngSink sink = sink(name);
            content(length, crc, sink);
            if (in.readInt() != (int) crc.getValue()) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            sink.end();
            at += 12L + length;
            return !name.equals("IEND");
        }

        private PngSink sink(String name) throws Rejected {
            return switch (name) {
                case "IHDR" -> new Header();
                case "IDAT" -> pixels;
                case "IEND" -> pixels.complete();
                case "zTXt", "iCCP" -> new PngText(budget, false);
                case "iTXt" -> new PngText(budget, true);
                // A film is no picture of a paper, and each of its frames unfolds.
                case "acTL", "fcTL", "fdAT" -> throw new Rejected(Rejection.TOO_COMPLEX);
                default -> PngSink.NOTHING;
            };
        }

        private void content(int length, CRC32 crc, PngSink sink) throws IOException {
            byte[] piece = new byte[Math.min(length, PIECE)];
            int left = length;
            while (left > 0) {
                int read = Math.min(left, piece.length);
                in.readFully(piece, 0, read);
                crc.update(piece, 0, read);
                sink.take(piece, read);
                left -= read;
            }
        }

        private final class Header implements PngSink {

            @Override
            public void take(byte[] piece, int length) throws Rejected {
                if (length != HEADER) {
                    throw new Rejected(Rejection.UNREADABLE);
                }
                pixels = PngPixels.of(ByteBuffer.wrap(piece), budget);
            }

            @Override
            public void end() throws Rejected {
                if (pixels == PngPixels.UNKNOWN) {
                    throw new Rejected(Rejection.UNREADABLE);
                }
            }
        }
    }
}
