package cn.onenetwork.platform.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

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

    /// SM4 (GB/T 32907-2016) in GCM. The JDK has none; the classes of Bouncy Castle are called directly, without a
    /// security provider that would have to be registered.
    SM4_GCM(2, 16) {
        @Override
        byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            try {
                return sm4(true, key, nonce, bound, plain);
            } catch (InvalidCipherTextException impossible) {
                throw new IllegalStateException("encryption never meets a wrong tag", impossible);
            }
        }

        @Override
        Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] secret) {
            try {
                return Optional.of(sm4(false, key, nonce, bound, secret));
            } catch (InvalidCipherTextException notOurs) {
                return Optional.empty();
            }
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

    private static byte[] sm4(boolean forth, byte[] key, byte[] nonce, byte[] bound, byte[] text)
            throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(forth, new AEADParameters(new KeyParameter(key), 8 * TAG_BYTES, nonce, bound));
        byte[] out = new byte[cipher.getOutputSize(text.length)];
        int written = cipher.processBytes(text, 0, text.length, out, 0);
        int end = written + cipher.doFinal(out, written);
        return end == out.length ? out : Arrays.copyOf(out, end);
    }
}
