package cn.onenetwork.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlgorithmTest {

    @Test
    void sm4_encrypts_as_the_standard_says() {
        byte[] block = hex("0123456789abcdeffedcba9876543210");
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(block));
        byte[] secret = new byte[16];

        assertThat(engine.processBlock(block, 0, secret, 0)).isEqualTo(16);
        assertThat(secret).as("GB/T 32907-2016, annex A.1").isEqualTo(hex("681edf34d206965e86b3e94f536e4246"));
    }

    @Test
    void sm4_gcm_encrypts_as_rfc_8998_says() {
        byte[] key = hex("0123456789abcdeffedcba9876543210");
        byte[] nonce = hex("00001234567800000000abcd");
        byte[] bound = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] plain = hex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] secret = hex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");

        assertThat(Algorithm.SM4_GCM.encrypt(key, nonce, bound, plain)).isEqualTo(secret);
        assertThat(Algorithm.SM4_GCM.decrypt(key, nonce, bound, secret)).hasValue(plain);
    }

    /// Test case 16 of "The Galois/Counter Mode of Operation" (McGrew, Viega).
    @Test
    void aes_gcm_encrypts_as_its_authors_say() {
        byte[] key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] nonce = hex("cafebabefacedbaddecaf888");
        byte[] bound = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] plain = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        byte[] secret = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");

        assertThat(Algorithm.AES_256_GCM.encrypt(key, nonce, bound, plain)).isEqualTo(secret);
        assertThat(Algorithm.AES_256_GCM.decrypt(key, nonce, bound, secret)).hasValue(plain);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
