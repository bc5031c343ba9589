package cn.onenetwork.platform.crypto;

import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/// With which hash function keyed hashes are made.
public enum HashAlgorithm {
    /// FIPS 180-4.
    SHA_256(SHA256Digest::new),

    /// GB/T 32905-2016 (国密).
    SM3(SM3Digest::new);

    private final Supplier<Digest> digest;

    HashAlgorithm(Supplier<Digest> digest) {
        this.digest = digest;
    }

    Digest digest() {
        return digest.get();
    }
}
