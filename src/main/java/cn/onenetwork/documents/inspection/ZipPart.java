package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A file in a ZIP, as both its directory and its own header tell.
///
/// @param name   with slashes between folders
/// @param from   first of its packed bytes
/// @param packed how many they are
/// @param size   how many it says they unfold to
/// @param stored whether they are not packed at all
/// @param crc    check sum of what they unfold to
record ZipPart(String name, long from, long packed, long size, boolean stored, long crc) {

    private static final int HEADER = 0x04034b50;
    private static final int ENTRY_SIZE = 46;
    private static final int HEADER_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final int UTF_8 = 1 << 11;
    private static final int DEFLATED = 8;

    /// A part may be followed by a data descriptor of this size at most.
    private static final int DESCRIPTOR = 24;

    private static final Charset OTHERWISE = StandardCharsets.ISO_8859_1;

    /// All parts, in the order of their bytes. They fill the file from its first byte to the directory and do not
    /// overlap: no reader finds more than another, and nothing is unfolded twice.
    static List<ZipPart> all(OpenFile file, ZipDirectory directory) throws IOException {
        if (directory.entries() > file.budget().limits().entries()) {
            throw new Rejected(Rejection.TOO_COMPLEX);
        }
        List<Located> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long at = directory.start();
        for (int i = 0; i < directory.entries(); i++) {
            file.budget().tick();
            ByteBuffer entry = ZipDirectory.little(read(file, at, ENTRY_SIZE));
            require(entry.getInt(0) == ZipDirectory.ENTRY, Rejection.UNREADABLE);
            byte[] name = read(file, at + ENTRY_SIZE, unsigned(entry, 28));
            Located part = locate(file, entry, name);
            parts.add(part);
            require(names.add(part.part.name.toLowerCase(Locale.ROOT)), Rejection.POLYGLOT);
            at += ENTRY_SIZE + name.length + unsigned(entry, 30) + unsigned(entry, 32);
        }
        require(at == directory.end(), Rejection.UNREADABLE);
        parts.sort(Comparator.comparingLong(Located::start));
        requireNoGaps(parts, directory.start());
        return parts.stream().map(Located::part).toList();
    }

    private static Located locate(OpenFile file, ByteBuffer entry, byte[] name) throws IOException {
        int flags = unsigned(entry, 8);
        int method = unsigned(entry, 10);
        require((flags & ENCRYPTED) == 0 && (method == 0 || method == DEFLATED), Rejection.UNREADABLE);
        long start = Integer.toUnsignedLong(entry.getInt(42));
        ByteBuffer header = ZipDirectory.little(read(file, start, HEADER_SIZE));
        require(header.getInt(0) == HEADER, Rejection.UNREADABLE);
        byte[] own = read(file, start + HEADER_SIZE, unsigned(header, 26));
        require(Arrays.equals(own, name) && unsigned(header, 8) == method, Rejection.POLYGLOT);
        long from = start + HEADER_SIZE + own.length + unsigned(header, 28);
        long packed = Integer.toUnsignedLong(entry.getInt(20));
        long size = Integer.toUnsignedLong(entry.getInt(24));
        String text = new String(name, (flags & UTF_8) == 0 ? OTHERWISE : StandardCharsets.UTF_8);
        requireHarmless(text);
        return new Located(
                start, new ZipPart(text, from, packed, size, method == 0, Integer.toUnsignedLong(entry.getInt(16))));
    }

    private static void requireNoGaps(List<Located> parts, long end) throws Rejected {
        long expected = 0;
        long slack = 0;
        for (Located part : parts) {
            require(part.start >= expected && part.start <= expected + slack, Rejection.POLYGLOT);
            expected = part.part.from + part.part.packed;
            slack = DESCRIPTOR;
        }
        require(end >= expected && end <= expected + slack, Rejection.POLYGLOT);
    }

    /// A name that leads out of the folder into which somebody unpacks.
    private static void requireHarmless(String name) throws Rejected {
        boolean tricky = name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(Character::isISOControl)
                || List.of(name.split("/")).contains("..");
        require(!tricky, Rejection.UNREADABLE);
    }

    private static byte[] read(OpenFile file, long at, int length) throws IOException {
        byte[] bytes = file.bytes(at, length);
        require(bytes.length == length, Rejection.UNREADABLE);
        return bytes;
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static void require(boolean kept, Rejection otherwise) throws Rejected {
        if (!kept) {
            throw new Rejected(otherwise);
        }
    }

    private record Located(long start, ZipPart part) {}
}
