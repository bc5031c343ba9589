package cn.onenetwork.remains;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads whatever is written to it, and remembers which numbers it has seen.
final class Finder extends OutputStream {

    private static final int PIECE = 1 << 16;

    private final PersonalNumbers sought;
    private final int kept;
    private final SortedSet<String> found = new TreeSet<>();
    private String end = "";
    private long bytes;

    Finder(PersonalNumbers sought) {
        this.sought = sought;
        this.kept = sought.longest() - 1;
    }

    /// The names of the numbers in a file.
    static SortedSet<String> in(Path file, PersonalNumbers sought) throws IOException {
        try (InputStream from = Files.newInputStream(file);
                Finder finder = new Finder(sought)) {
            byte[] piece = new byte[PIECE];
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                finder.write(piece, 0, read);
            }
            return finder.found();
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /// A number may begin in one piece and end in the next.
    @Override
    public void write(byte[] piece, int from, int length) {
        String text = end + new String(piece, from, length, StandardCharsets.ISO_8859_1);
        sought.spellings().forEach((name, number) -> {
            if (text.contains(number)) {
                found.add(name);
            }
        });
        end = text.substring(Math.max(0, text.length() - kept));
        bytes += length;
    }

    /// Names only, never a number.
    SortedSet<String> found() {
        return found;
    }

    long bytes() {
        return bytes;
    }
}
