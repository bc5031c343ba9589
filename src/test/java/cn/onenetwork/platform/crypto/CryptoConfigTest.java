package cn.onenetwork.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CryptoConfigTest {

    @Test
    void all_keys_may_come_from_the_environment() {
        Map<String, String> environment = Map.of(
                "ONE_NETWORK_CRYPTO_ACTIVE",
                "k2",
                "ONE_NETWORK_CRYPTO_KEYS_K1",
                "aes-256-gcm:" + CryptoFixture.base64((byte) 1, 32),
                "ONE_NETWORK_CRYPTO_KEYS_K2",
                "sm4-gcm:" + CryptoFixture.base64((byte) 2, 16),
                "ONE_NETWORK_CRYPTO_HASH_KEYS",
                CryptoFixture.base64((byte) 3, 32),
                "ONE_NETWORK_CRYPTO_HASH_ALGORITHM",
                "sm3");
        CryptoConfig config = new SmallRyeConfigBuilder()
                .withMapping(CryptoConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(CryptoConfig.class);

        assertThat(config.ring().active().algorithm()).isEqualTo(Algorithm.SM4_GCM);
        assertThat(config.ring().keys()).containsOnlyKeys("k1", "k2");
        assertThat(config.hashAlgorithm()).isEqualTo(HashAlgorithm.SM3);
    }
}
