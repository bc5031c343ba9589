package cn.onenetwork.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyedHashTest {

    private static final byte[] FIRST = key(1);
    private static final byte[] SECOND = key(2);

    @Test
    void sm3_hashes_as_the_standard_says() {
        assertThat(HexFormat.of().formatHex(hashed(new SM3Digest(), "abc".getBytes(UTF_8))))
                .as("GB/T 32905-2016, annex A.1")
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    /// HMAC as RFC 2104 writes it down.
    @Property
    void sha_256_agrees_with_the_definition(@ForAll String purpose, @ForAll String value) {
        byte[] inner = hashed(new SHA256Digest(), joined(padded(0x36), input(purpose, value)));
        byte[] outer = hashed(new SHA256Digest(), joined(padded(0x5c), inner));

        assertThat(hash(HashAlgorithm.SHA_256, FIRST).of(purpose, value)).isEqualTo(url(outer));
    }

    @Property
    void sm3_agrees_with_the_definition(@ForAll String purpose, @ForAll String value) {
        byte[] inner = hashed(new SM3Digest(), joined(padded(0x36), input(purpose, value)));
        byte[] outer = hashed(new SM3Digest(), joined(padded(0x5c), inner));

        assertThat(hash(HashAlgorithm.SM3, FIRST).of(purpose, value)).isEqualTo(url(outer));
    }

    @Test
    void purposes_and_keys_keep_hashes_apart() {
        KeyedHash hash = hash(HashAlgorithm.SHA_256, FIRST);

        assertThat(hash.of("a", "bc")).isEqualTo(hash.of("a", "bc")).hasSize(43);
        assertThat(List.of(
                        hash.of("a", "bc"),
                        hash.of("ab", "c"),
                        hash.of("a", "b"),
                        hash(HashAlgorithm.SHA_256, SECOND).of("a", "bc"),
                        hash(HashAlgorithm.SM3, FIRST).of("a", "bc")))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_was_hashed_with_an_older_key_is_still_found() {
        String old = hash(HashAlgorithm.SHA_256, FIRST).of("person", "110105");
        KeyedHash now = hash(HashAlgorithm.SHA_256, SECOND, FIRST);

        assertThat(now.candidates("person", "110105"))
                .hasSize(2)
                .startsWith(now.of("person", "110105"))
                .contains(old);
        assertThat(now.of("person", "110105")).isNotEqualTo(old);
    }

    @Test
    void a_key_that_is_none_is_refused_without_being_repeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyedHash.keys(List.of("no secret, surely")))
                .withMessage("one-network.crypto.hash-keys is not in Base64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyedHash.keys(List.of(CryptoFixture.base64((byte) 1, 16))))
                .withMessage("a key of one-network.crypto.hash-keys has 16 bytes, at least 32 are needed");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyedHash.keys(List.of()));
    }

    private static KeyedHash hash(HashAlgorithm algorithm, byte[]... keys) {
        return new KeyedHash(algorithm, List.of(keys));
    }

    private static byte[] key(int mark) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) mark);
        return key;
    }

    private static byte[] input(String purpose, String value) {
        byte[] name = purpose.getBytes(UTF_8);
        byte[] length = ByteBuffer.allocate(4).putInt(name.length).array();
        return joined(joined(length, name), value.getBytes(UTF_8));
    }

    private static byte[] padded(int mark) {
        byte[] pad = Arrays.copyOf(FIRST, 64);
        for (int i = 0; i < pad.length; i++) {
            pad[i] ^= (byte) mark;
        }
        return pad;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] hashed(Digest digest, byte[] bytes) {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.update(bytes, 0, bytes.length);
        digest.doFinal(hash, 0);
        return hash;
    }

    private static String url(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
