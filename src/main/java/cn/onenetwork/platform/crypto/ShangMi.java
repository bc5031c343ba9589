package cn.onenetwork.platform.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// The national algorithms (国密), which the JDK has not. The classes of Bouncy Castle are called directly, without a
/// security provider that would have to be registered.
///
/// They stand alone, so that nobody opens the library who does not use them: it is signed, so that it is verified at
/// each start and stays out of the cache that the other classes come from.
final class ShangMi {

    private ShangMi() {}

    /// SM4 in GCM (RFC 8998): the ciphertext, then the tag.
    static byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
        try {
            return sm4(true, key, nonce, bound, plain);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("encryption never meets a wrong tag", impossible);
        }
    }

    /// Empty where anything differs from what was encrypted.
    static Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] secret) {
        try {
            return Optional.of(sm4(false, key, nonce, bound, secret));
        } catch (InvalidCipherTextException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] sm4(boolean forth, byte[] key, byte[] nonce, byte[] bound, byte[] text)
            throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(forth, new AEADParameters(new KeyParameter(key), 8 * Algorithm.TAG_BYTES, nonce, bound));
        byte[] out = new byte[cipher.getOutputSize(text.length)];
        int written = cipher.processBytes(text, 0, text.length, out, 0);
        int end = written + cipher.doFinal(out, written);
        return end == out.length ? out : Arrays.copyOf(out, end);
    }

    /// HMAC with SM3 (GM/T 0042-2015).
    static byte[] mac(byte[] key, byte[] text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] hash = new byte[mac.getMacSize()];
        mac.doFinal(hash, 0);
        return hash;
    }
}
