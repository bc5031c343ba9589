package cn.onenetwork.platform.crypto;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keys for tests that need no container.
public final class CryptoFixture {

    private CryptoFixture() {}

    /// A crypto with one AES key.
    public static Crypto crypto() {
        return sealing("a1", "a1");
    }

    /// The keys of the running service, with another one active.
    public static Crypto crypto(String active, Map<String, String> keys) {
        return new Sealing(KeyRing.of(active, keys));
    }

    /// A keyed hash of the tests.
    public static KeyedHash keyedHash() {
        return new KeyedHash(HashAlgorithm.SHA_256, KeyedHash.keys(List.of(base64((byte) 7, 32))));
    }

    /// @param ids of AES keys; of SM4 keys where they begin with `s`
    static Sealing sealing(String active, String... ids) {
        Map<String, String> keys = Stream.of(ids).collect(Collectors.toMap(id -> id, CryptoFixture::written));
        return new Sealing(KeyRing.of(active, keys));
    }

    private static String written(String id) {
        byte mark = (byte) id.hashCode();
        return id.startsWith("s") ? "sm4-gcm:" + base64(mark, 16) : "aes-256-gcm:" + base64(mark, 32);
    }

    static String base64(byte mark, int length) {
        byte[] key = new byte[length];
        Arrays.fill(key, mark);
        return Base64.getEncoder().encodeToString(key);
    }
}
