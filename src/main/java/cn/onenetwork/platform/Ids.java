package cn.onenetwork.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Identifiers of version 7 (RFC 9562): their order is the order of creation, their random part cannot be
/// guessed.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    public static UUID next(Instant now) {
        long random = RANDOM.nextLong();
        return new UUID(now.toEpochMilli() << 16 | VERSION_7 | random >>> 52, VARIANT | RANDOM.nextLong() >>> 2);
    }
}
