package cn.onenetwork.documents.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of file that may be handed in. OFD (GB/T 33190) is a ZIP package by its bytes.
enum FileKind {
    PDF("%PDF-", Set.of("application/pdf"), Set.of("application/pdf")),
    OFD("PK\u0003\u0004", Set.of("application/ofd"), Set.of("application/zip", "application/ofd")),
    JPEG("\u00ff\u00d8\u00ff", Set.of("image/jpeg"), Set.of("image/jpeg")),
    PNG("\u0089PNG\r\n\u001a\n", Set.of("image/png"), Set.of("image/png", "image/apng"));

    private final byte[] signature;
    private final Set<String> announced;
    private final Set<String> detected;

    FileKind(String signature, Set<String> announced, Set<String> detected) {
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
        this.announced = announced;
        this.detected = detected;
    }

    static Optional<FileKind> announcedAs(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.announced.contains(type))
                .findFirst();
    }

    /// Whether a file begins as this kind does, with its very first byte.
    boolean begins(byte[] head) {
        return head.length >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }

    /// Whether a detector that knows all kinds of file may call this kind so.
    boolean isCalled(String detectedType) {
        return detected.contains(detectedType);
    }
}
