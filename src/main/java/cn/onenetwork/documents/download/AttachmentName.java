package cn.onenetwork.documents.download;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The name under which a file is saved, and the `Content-Disposition` header that says it (RFC 6266).
///
/// The name is the applicant's, so nothing is taken on trust: no folder, no character that ends a line, hides or
/// turns text around, none that a file system keeps for itself, and an extension that fits the checked type.
///
/// @param value as it is safe to save
record AttachmentName(String value) {

    private static final int LONGEST = 100;
    private static final String UNNAMED = "document";
    private static final String UNRESERVED = "!#$&+-.^_`|~";
    private static final String OF_FILE_SYSTEMS = "<>:\"|?*";

    /// The extensions of a type; the first is the usual one.
    private static final Map<String, List<String>> EXTENSIONS = Map.of(
            "application/pdf", List.of("pdf"),
            "application/ofd", List.of("ofd"),
            "image/jpeg", List.of("jpg", "jpeg"),
            "image/png", List.of("png"));

    /// The safe form of what the applicant called the file.
    static AttachmentName of(String given, String mediaType) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        String base = trimmed(visible(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)));
        List<String> extensions = EXTENSIONS.getOrDefault(mediaType, List.of());
        String extension = extension(base, extensions);
        String stem = trimmed(shortened(trimmed(base.substring(0, base.length() - extension.length()))));
        String ending = extension.isEmpty() && !extensions.isEmpty() ? "." + extensions.getFirst() : extension;
        return new AttachmentName((stem.isEmpty() ? UNNAMED : stem) + ending);
    }

    private static String visible(String name) {
        StringBuilder visible = new StringBuilder();
        name.codePoints()
                .filter(AttachmentName::isVisible)
                .map(character -> OF_FILE_SYSTEMS.indexOf(character) < 0 ? character : '_')
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /// Letters of all scripts; no controls, no marks of direction, no line or paragraph separators, no halves of
    /// a character.
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /// Without dots and blanks at either end: hidden files, and names that some systems cannot hold.
    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isLoose(name.charAt(from))) {
            from++;
        }
        while (from < to && isLoose(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isLoose(char character) {
        return character == '.' || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String extension(String name, List<String> extensions) {
        String lower = name.toLowerCase(Locale.ROOT);
        return extensions.stream()
                .map(extension -> "." + extension)
                .filter(lower::endsWith)
                .findFirst()
                .map(extension -> name.substring(name.length() - extension.length()))
                .orElse("");
    }

    private static String shortened(String stem) {
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }

    /// `attachment` with the name twice: in ASCII for the oldest clients, and as it is.
    String contentDisposition() {
        return "attachment; filename=\"" + ascii() + "\"; filename*=UTF-8''" + encoded();
    }

    private String ascii() {
        StringBuilder ascii = new StringBuilder();
        value.codePoints()
                .map(character ->
                        character >= ' ' && character < 0x7f && "\"\\%;".indexOf(character) < 0 ? character : '_')
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    /// RFC 8187, formerly RFC 5987.
    private String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) character));
            }
        }
        return encoded.toString();
    }
}
