package cn.onenetwork.platform.crypto;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Set;

/// Seals with the keys of the installation.
///
/// Nonces are drawn at random, because pods share keys and do not talk to each other. One key is then good for 2^32
/// values (NIST SP 800-38D, section 8.3): at a hundred a second for more than a year. A key is to be changed before.
@Startup
@ApplicationScoped
class Sealing implements Crypto {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRing ring;

    @Inject
    Sealing(CryptoConfig config) {
        this(config.ring());
    }

    Sealing(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        CryptoKey key = ring.active();
        byte[] head = Sealed.head(key);
        byte[] nonce = new byte[Algorithm.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] secret = key.algorithm().encrypt(key.material(), nonce, Sealed.bound(head, context), plain);
        return Sealed.joined(head, nonce, secret);
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        Sealed parts = Sealed.of(sealed);
        CryptoKey key = ring.find(parts.keyId())
                .filter(found -> found.algorithm() == parts.algorithm())
                .orElseThrow(() -> SealFailure.unknownKey(parts.keyId()));
        return key.algorithm()
                .decrypt(key.material(), parts.nonce(), Sealed.bound(parts.head(), context), parts.secret())
                .orElseThrow(() -> SealFailure.broken(key.id()));
    }

    @Override
    public String keyOf(byte[] sealed) {
        return Sealed.of(sealed).keyId();
    }

    @Override
    public String activeKey() {
        return ring.active().id();
    }

    @Override
    public Set<String> keys() {
        return ring.keys().keySet();
    }
}
