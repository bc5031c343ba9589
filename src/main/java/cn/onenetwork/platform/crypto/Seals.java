package cn.onenetwork.platform.crypto;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lies in the database, by the keys that sealed it.
///
/// @param plain  values that were written before they were sealed, and are not sealed yet
/// @param latest the last change of keys; null where there was none
public record Seals(List<KeyUse> keys, long plain, @Nullable ResealRun latest) {}
