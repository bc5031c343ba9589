package cn.onenetwork.documents.inspection;

import java.nio.charset.StandardCharsets;

/// Looks for bytes among bytes.
final class ByteSearch {

    private ByteSearch() {}

    static boolean isAt(byte[] bytes, int at, byte[] sought) {
        if (at < 0 || at + sought.length > bytes.length || bytes[at] != sought[0]) {
            return false;
        }
        for (int i = 1; i < sought.length; i++) {
            if (bytes[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where the text stands for the last time; -1 where it does not.
    static int last(byte[] bytes, String ascii) {
        byte[] sought = ascii.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = bytes.length - sought.length; at >= 0; at--) {
            if (isAt(bytes, at, sought)) {
                return at;
            }
        }
        return -1;
    }

    /// Where the text stands next; -1 where it does not.
    static int next(byte[] bytes, int from, String ascii) {
        byte[] sought = ascii.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = from; at <= bytes.length - sought.length; at++) {
            if (isAt(bytes, at, sought)) {
                return at;
            }
        }
        return -1;
    }
}
