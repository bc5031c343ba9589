package cn.onenetwork.documents.inspection;

import java.time.Duration;

/// What is more than anybody needs.
///
/// @param time        for one file
/// @param pixels      of one picture
/// @param pages       of one document
/// @param entries     of one package
/// @param unpacked    bytes of everything in one file, unfolded
/// @param unpackedOne bytes of one part of a file, unfolded
public record Limits(Duration time, long pixels, int pages, int entries, long unpacked, long unpackedOne) {}
