package cn.onenetwork.documents.download;

import java.time.Instant;
import java.util.UUID;

/// A document whose bytes may be given out.
///
/// @param size   in bytes
/// @param sha256 of the bytes, in hexadecimal
/// @param since  when they became what they are
record ReadyDocument(
        UUID id,
        UUID caseId,
        String fileName,
        String mediaType,
        long size,
        String storageKey,
        String sha256,
        Instant since) {}
