package cn.onenetwork.platform.crypto;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Finds a person again by a number without keeping the number: HMAC (RFC 2104) with a key of its own.
///
/// An ordinary hash would not hide an identity number: there are few enough of them to try them all. The purpose
/// keeps hashes of one number apart that must not be joined, such as those of two tables.
@Startup
@ApplicationScoped
public class KeyedHash {

    private static final int SHORTEST_KEY = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final HashAlgorithm algorithm;
    private final List<byte[]> keys;

    @Inject
    KeyedHash(CryptoConfig config) {
        this(config.hashAlgorithm(), keys(config.hashKeys().orElse(List.of())));
    }

    KeyedHash(HashAlgorithm algorithm, List<byte[]> keys) {
        this.algorithm = algorithm;
        this.keys = keys;
    }

    /// @throws IllegalArgumentException with a line that says what is wrong, without any part of a key
    static List<byte[]> keys(List<String> written) {
        if (written.isEmpty()) {
            throw new IllegalArgumentException("one-network.crypto.hash-keys is missing");
        }
        return written.stream().map(key -> key(key.strip())).toList();
    }

    private static byte[] key(String base64) {
        byte[] key = CryptoKey.bytes("one-network.crypto.hash-keys", base64);
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("a key of one-network.crypto.hash-keys has " + key.length
                    + " bytes, at least " + SHORTEST_KEY + " are needed");
        }
        return key;
    }

    /// The hash under which a value is kept.
    ///
    /// @param purpose what the hash is for, such as `delegation.agent`; hashes of different purposes never match
    /// @param value   in the one spelling that it always has: upper case, without blanks
    /// @return 43 characters of Base64 for URLs
    public String of(String purpose, String value) {
        return hash(keys.getFirst(), purpose, value);
    }

    /// Every hash under which the value may have been kept, the current one first: to look it up by while a key is
    /// being changed.
    public List<String> candidates(String purpose, String value) {
        return keys.stream().map(key -> hash(key, purpose, value)).toList();
    }

    /// The same over bytes, such as an input that must be the same when it comes again.
    public byte[] of(String purpose, byte[] value) {
        return hash(keys.getFirst(), purpose, value);
    }

    /// The same as [#candidates(String, String)] over bytes.
    public List<byte[]> candidates(String purpose, byte[] value) {
        return keys.stream().map(key -> hash(key, purpose, value)).toList();
    }

    private String hash(byte[] key, String purpose, String value) {
        return ENCODER.encodeToString(hash(key, purpose, value.getBytes(StandardCharsets.UTF_8)));
    }

    /// The length of the purpose goes first, so that no purpose and value run into another pair of them.
    private byte[] hash(byte[] key, String purpose, byte[] value) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        return algorithm.mac(
                key,
                ByteBuffer.allocate(Integer.BYTES + name.length + value.length)
                        .putInt(name.length)
                        .put(name)
                        .put(value)
                        .array());
    }
}
