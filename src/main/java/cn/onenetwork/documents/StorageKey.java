package cn.onenetwork.documents;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Under which name bytes are kept: 128 random bits, so that knowing one key says nothing about another.
final class StorageKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private StorageKey() {}

    static String next() {
        byte[] drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
