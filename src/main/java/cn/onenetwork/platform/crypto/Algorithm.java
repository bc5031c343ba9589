package cn.onenetwork.platform.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Authenticated encryption: what a key may be used with. GCM with a nonce of 96 and a tag of 128 bits in both
/// (NIST SP 800-38D, RFC 8998).
enum Algorithm {
    /// The cipher of the JDK, which uses the AES instructions of the processor.
    AES_256_GCM(1, 32) {
        @Override
        byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            try {
                return aes(Cipher.ENCRYPT_MODE, key, nonce, bound, plain);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("this Java has no AES-GCM", impossible);
            }
        }

        @Override
        Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] secret) {
            try {
                return Optional.of(aes(Cipher.DECRYPT_MODE, key, nonce, bound, secret));
            } catch (AEADBadTagException notOurs) {
                return Optional.empty();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("this Java has no AES-GCM", impossible);
            }
        }
    },

    /// SM4 (GB/T 32907-2016).
    SM4_GCM(2, 16) {
        @Override
        byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            return ShangMi.encrypt(key, nonce, bound, plain);
        }

        @Override
        Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] secret) {
            return ShangMi.decrypt(key, nonce, bound, secret);
        }
    };

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private final int code;
    private final int keyBytes;

    Algorithm(int code, int keyBytes) {
        this.code = code;
        this.keyBytes = keyBytes;
    }

    /// What stands for it in sealed bytes; never changed, never used again.
    int code() {
        return code;
    }

    int keyBytes() {
        return keyBytes;
    }

    /// As an operator writes it.
    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Algorithm> of(int code) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.code == code)
                .findFirst();
    }

    static Optional<Algorithm> spelled(String text) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.spelling().equalsIgnoreCase(text))
                .findFirst();
    }

    /// @param nonce never twice with one key
    /// @param bound authenticated and not kept
    /// @return the ciphertext, then the tag
    abstract byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain);

    /// Empty where anything differs from what was encrypted.
    abstract Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] secret);

    private static byte[] aes(int mode, byte[] key, byte[] nonce, byte[] bound, byte[] text)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(bound);
        return cipher.doFinal(text);
    }
}
