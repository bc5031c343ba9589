package cn.onenetwork.documents.watermark;

import java.nio.file.Path;

/// A copy with a watermark, on disk for a few minutes.
///
/// @param size   in bytes
/// @param sha256 of its bytes, in hexadecimal
public record Copy(Path file, long size, String sha256) {}
