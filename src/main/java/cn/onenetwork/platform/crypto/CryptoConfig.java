package cn.onenetwork.platform.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of the installation. The same on every pod; there are defaults in development and tests only.
@ConfigMapping(prefix = "one-network.crypto")
interface CryptoConfig {

    /// The id of the key that seals from now on.
    Optional<String> active();

    /// The keys by their ids: `aes-256-gcm:<32 bytes in Base64>` or `sm4-gcm:<16 bytes in Base64>`. A key stays here
    /// as long as anything is sealed with it. Ids are small letters and digits; in the environment,
    /// `ONE_NETWORK_CRYPTO_KEYS_<ID>`.
    Map<String, String> keys();

    /// What personal values are hashed with to find them again: at least 32 bytes in Base64. The current one first,
    /// then those that older hashes were made with, separated by commas.
    Optional<List<String>> hashKeys();

    /// With which hash function (HMAC, RFC 2104). Hashes that were made with another one are not found again.
    @WithDefault("sha-256")
    HashAlgorithm hashAlgorithm();

    /// How often this pod looks whether keys are being changed; `off` where another pod does it.
    @WithDefault("10s")
    String resealEvery();

    /// @throws IllegalArgumentException with a line that says what is wrong, without any part of a key
    default KeyRing ring() {
        return KeyRing.of(active().orElse(""), keys());
    }
}
