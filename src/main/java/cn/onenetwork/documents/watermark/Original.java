package cn.onenetwork.documents.watermark;

import java.util.Map;
import java.util.UUID;

/// What a copy is made of.
///
/// @param size in bytes
public record Original(UUID id, String mediaType, String storageKey, long size) {

    /// What a copy can be made of, and what the libraries call it. An OFD file is not among them: there is no
    /// library for it that is worth its weight, so that it is given as it is.
    private static final Map<String, String> FORMATS =
            Map.of("application/pdf", "pdf", "image/jpeg", "jpeg", "image/png", "png");

    /// Whether files of this type get a watermark.
    public static boolean takes(String mediaType) {
        return FORMATS.containsKey(mediaType);
    }

    String format() {
        String format = FORMATS.get(mediaType);
        if (format == null) {
            throw new NoCopy("a file of a type without watermarks");
        }
        return format;
    }
}
