package cn.onenetwork.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How sealed bytes are laid out: format version (1), algorithm (1), length of the key id (1), key id, nonce (12),
/// ciphertext, tag (16). All that stands before the nonce is authenticated as well.
///
/// @param head   the bytes before the nonce
/// @param secret ciphertext and tag
record Sealed(byte[] head, Algorithm algorithm, String keyId, byte[] nonce, byte[] secret) {

    private static final int VERSION = 1;
    private static final int BEFORE_KEY_ID = 3;

    static byte[] head(CryptoKey key) {
        byte[] id = key.id().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(BEFORE_KEY_ID + id.length)
                .put((byte) VERSION)
                .put((byte) key.algorithm().code())
                .put((byte) id.length)
                .put(id)
                .array();
    }

    /// @throws SealFailure where the bytes are laid out otherwise
    static Sealed of(byte[] bytes) {
        if (bytes.length < BEFORE_KEY_ID || bytes[0] != VERSION || bytes[2] <= 0) {
            throw SealFailure.noSealedValue();
        }
        int nonceAt = BEFORE_KEY_ID + bytes[2];
        int secretAt = nonceAt + Algorithm.NONCE_BYTES;
        if (bytes.length < secretAt + Algorithm.TAG_BYTES) {
            throw SealFailure.noSealedValue();
        }
        return new Sealed(
                Arrays.copyOf(bytes, nonceAt),
                Algorithm.of(bytes[1]).orElseThrow(SealFailure::noSealedValue),
                new String(bytes, BEFORE_KEY_ID, bytes[2], StandardCharsets.US_ASCII),
                Arrays.copyOfRange(bytes, nonceAt, secretAt),
                Arrays.copyOfRange(bytes, secretAt, bytes.length));
    }

    /// What is authenticated beside the ciphertext: the head, whose length stands in it, then the context.
    static byte[] bound(byte[] head, String context) {
        byte[] text = context.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + text.length)
                .put(head)
                .put(text)
                .array();
    }

    static byte[] joined(byte[] head, byte[] nonce, byte[] secret) {
        return ByteBuffer.allocate(head.length + nonce.length + secret.length)
                .put(head)
                .put(nonce)
                .put(secret)
                .array();
    }
}
