package cn.onenetwork.documents.inspection;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Whether a damaged PDF may be opened by guessing. PDFBox guesses by searching the whole file, and unfolds into memory
/// every object stream that it meets: it is let near files without any, and without encryption, as they were before PDF
/// 1.5.
final class PdfRepair {

    private static final List<String> UNGUARDED = List.of("/ObjStm", "/XRef", "/Encrypt");
    private static final int PIECE = 64 * 1024;
    private static final int OVERLAP = 64;

    private PdfRepair() {}

    static boolean isHarmless(OpenFile file) throws IOException {
        for (long from = 0; from < file.size(); from += PIECE - OVERLAP) {
            file.budget().tick();
            byte[] piece = plain(file.bytes(from, PIECE));
            if (UNGUARDED.stream().anyMatch(name -> ByteSearch.next(piece, 0, name) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /// Letters of a name may be written as `#` and two hexadecimal digits.
    private static byte[] plain(byte[] bytes) {
        byte[] plain = new byte[bytes.length];
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            int code = bytes[at] == '#' && at + 2 < bytes.length
                    ? Character.digit(bytes[at + 1], 16) * 16 + Character.digit(bytes[at + 2], 16)
                    : -1;
            plain[length++] = code > 0 ? (byte) code : bytes[at];
            at += code > 0 ? 2 : 0;
        }
        return Arrays.copyOf(plain, length);
    }
}
