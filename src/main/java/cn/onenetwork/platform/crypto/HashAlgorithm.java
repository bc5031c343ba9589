package cn.onenetwork.platform.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// With which hash function keyed hashes are made.
public enum HashAlgorithm {
    /// FIPS 180-4; the one of the JDK.
    SHA_256 {
        @Override
        byte[] mac(byte[] key, byte[] text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("this Java has no HMAC with SHA-256", impossible);
            }
        }
    },

    /// GB/T 32905-2016 (国密).
    SM3 {
        @Override
        byte[] mac(byte[] key, byte[] text) {
            return ShangMi.mac(key, text);
        }
    };

    /// HMAC (RFC 2104).
    abstract byte[] mac(byte[] key, byte[] text);
}
