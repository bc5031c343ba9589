package cn.onenetwork.platform.crypto;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of keys: everything is sealed anew with one key.
///
/// @param finishedAt null while it runs
/// @param resealed   values so far
/// @param failed     values that did not open; they were left as they are
public record ResealRun(
        UUID id,
        String targetKey,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long resealed,
        long failed) {}
