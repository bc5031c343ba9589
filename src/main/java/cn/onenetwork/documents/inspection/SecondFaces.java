package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A file is of one kind only. Another reader must not find another file in the same bytes: not at the beginning, where
/// browsers and PDF viewers look for theirs, not at the end, where a ZIP has its directory, and not behind the end of
/// the first.
final class SecondFaces implements Inspection {

    private static final int BEGINNING = 1024;

    /// What a browser, a PDF viewer or an interpreter looks for in the first kilobyte.
    private static final List<byte[]> IN_THE_BEGINNING =
            bytes("%pdf-", "<script", "<html", "<!doctype", "<?php", "<svg", "<body", "<iframe");

    /// What says in four bytes or more that another file begins.
    private static final List<byte[]> BEHIND = bytes(
            "pk\u0003\u0004",
            "%pdf-",
            "rar!\u001a\u0007",
            "7z\u00bc\u00af'\u001c",
            "\u007felf",
            "\u00fd7zxz\u0000",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
            "<script",
            "<html",
            "<!doctype",
            "<?php",
            "\u00ca\u00fe\u00ba\u00be");

    /// What says so only where it stands first: the chance to meet two bytes is too good.
    private static final List<byte[]> RIGHT_BEHIND = bytes("mz", "#!", "\u001f\u008b", "bzh", "pk\u0005\u0006");

    private static final String BLANK = "\0\t\n\f\r ";

    private static final int LONGEST = 16;
    private static final int PIECE = 64 * 1024;

    @Override
    public void inspect(OpenFile file, FileKind kind) throws IOException {
        byte[] head = lower(file.head(BEGINNING));
        int from = kind == FileKind.PDF ? 1 : 0;
        if (contains(head, from, IN_THE_BEGINNING)
                || kind != FileKind.OFD && ZipDirectory.find(file).isPresent()) {
            throw new Rejected(Rejection.POLYGLOT);
        }
    }

    /// Looks at what follows the end of a file. Cameras append more pictures, a film, or notes of their own, which is
    /// nobody's harm.
    static void behind(OpenFile file, long end) throws IOException {
        byte[] first = lower(file.bytes(end, PIECE));
        int start = 0;
        while (start < first.length && BLANK.indexOf(first[start]) >= 0) {
            start++;
        }
        if (beginsWith(first, start, RIGHT_BEHIND)) {
            throw new Rejected(Rejection.POLYGLOT);
        }
        for (long at = end; at < file.size(); at += PIECE - LONGEST) {
            file.budget().tick();
            if (contains(lower(file.bytes(at, PIECE)), 0, BEHIND)) {
                throw new Rejected(Rejection.POLYGLOT);
            }
        }
    }

    /// Whether a part of a package is a program or another package by its first bytes.
    static boolean isProgramOrPackage(byte[] head) {
        byte[] lower = lower(head);
        return beginsWith(lower, 0, BEHIND) || beginsWith(lower, 0, RIGHT_BEHIND);
    }

    private static boolean contains(byte[] lower, int from, List<byte[]> signatures) {
        for (int at = from; at < lower.length; at++) {
            if (beginsWith(lower, at, signatures)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWith(byte[] lower, int at, List<byte[]> signatures) {
        for (byte[] signature : signatures) {
            if (ByteSearch.isAt(lower, at, signature)) {
                return true;
            }
        }
        return false;
    }

    private static List<byte[]> bytes(String... signatures) {
        return Arrays.stream(signatures)
                .map(signature -> signature.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static byte[] lower(byte[] bytes) {
        byte[] lower = bytes.clone();
        for (int at = 0; at < lower.length; at++) {
            if (lower[at] >= 'A' && lower[at] <= 'Z') {
                lower[at] += 'a' - 'A';
            }
        }
        return lower;
    }
}
