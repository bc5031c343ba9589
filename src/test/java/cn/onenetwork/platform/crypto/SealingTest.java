package cn.onenetwork.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealingTest {

    private static final byte[] PLAIN = "{\"applicant\":{\"name\":\"张某\"}}".getBytes(UTF_8);
    private static final String CONTEXT = "service_case.form:1";

    @Property
    void what_was_sealed_opens(
            @ForAll @Size(max = 300) byte[] plain, @ForAll String context, @ForAll boolean national) {
        Crypto crypto = CryptoFixture.sealing(national ? "s1" : "a1", "a1", "s1");

        assertThat(crypto.open(crypto.seal(plain, context), context)).isEqualTo(plain);
    }

    @Property
    void another_context_does_not_open(@ForAll String context, @ForAll String other) {
        Crypto crypto = CryptoFixture.crypto();
        byte[] sealed = crypto.seal(PLAIN, context);

        if (!Arrays.equals(context.getBytes(UTF_8), other.getBytes(UTF_8))) {
            assertThatExceptionOfType(SealFailure.class).isThrownBy(() -> crypto.open(sealed, other));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "s1"})
    void a_change_of_any_bit_is_noticed(String key) {
        Crypto crypto = CryptoFixture.sealing(key, "a1", "s1");
        byte[] sealed = crypto.seal(PLAIN, CONTEXT);

        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(SealFailure.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> crypto.open(altered, CONTEXT));
        }
    }

    @Test
    void a_value_that_was_cut_off_is_noticed() {
        Crypto crypto = CryptoFixture.crypto();
        byte[] sealed = crypto.seal(PLAIN, CONTEXT);

        for (int length = 0; length < sealed.length; length++) {
            byte[] shorter = Arrays.copyOf(sealed, length);
            assertThatExceptionOfType(SealFailure.class).isThrownBy(() -> crypto.open(shorter, CONTEXT));
        }
    }

    @Test
    void nothing_of_the_value_can_be_seen_in_what_is_sealed() {
        Crypto crypto = CryptoFixture.crypto();

        assertThat(HexFormat.of().formatHex(crypto.seal(PLAIN, CONTEXT)))
                .doesNotContain(HexFormat.of().formatHex("张某".getBytes(UTF_8)))
                .doesNotContain(HexFormat.of().formatHex(CONTEXT.getBytes(UTF_8)));
    }

    @Test
    void nonces_never_repeat() {
        Crypto crypto = CryptoFixture.crypto();
        Set<String> nonces = new HashSet<>();

        for (int i = 0; i < 20_000; i++) {
            byte[] nonce = Sealed.of(crypto.seal(PLAIN, CONTEXT)).nonce();
            assertThat(nonces.add(HexFormat.of().formatHex(nonce))).isTrue();
        }
    }

    @Test
    void an_older_key_opens_and_the_active_one_seals() {
        byte[] sealed = CryptoFixture.sealing("a1", "a1").seal(PLAIN, CONTEXT);
        Crypto later = CryptoFixture.sealing("s2", "a1", "s2");

        assertThat(later.open(sealed, CONTEXT)).isEqualTo(PLAIN);
        assertThat(later.keyOf(sealed)).isEqualTo("a1");
        assertThat(later.keyOf(later.seal(PLAIN, CONTEXT))).isEqualTo("s2").isEqualTo(later.activeKey());
    }

    @Test
    void a_key_that_is_gone_is_named() {
        byte[] sealed = CryptoFixture.sealing("a1", "a1").seal(PLAIN, CONTEXT);
        Crypto later = CryptoFixture.sealing("s2", "s2");

        assertThatExceptionOfType(SealFailure.class)
                .isThrownBy(() -> later.open(sealed, CONTEXT))
                .withMessage("sealed with the key a1, which is not configured");
        assertThat(later.keyOf(sealed)).isEqualTo("a1");
    }

    @Test
    void a_key_is_never_printed() {
        KeyRing ring = KeyRing.of("a1", Map.of("a1", "aes-256-gcm:" + CryptoFixture.base64((byte) 'k', 32)));

        assertThat(ring.toString()).contains("a1").doesNotContain("kkkk").doesNotContain("a2tr");
    }

    @Test
    void an_active_key_that_is_not_there_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CryptoFixture.sealing("a2", "a1"))
                .withMessage("one-network.crypto.active names a key that is not under one-network.crypto.keys");
    }

    @Test
    void a_key_of_the_wrong_length_is_refused_without_being_repeated() {
        String half = CryptoFixture.base64((byte) 'k', 16);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CryptoKey.of("a1", "aes-256-gcm:" + half))
                .withMessage("one-network.crypto.keys.a1 has 16 bytes, aes-256-gcm needs 32");
        assertThat(CryptoKey.of("a1", "sm4-gcm:" + half).algorithm()).isEqualTo(Algorithm.SM4_GCM);
    }

    @Test
    void an_id_that_no_environment_variable_can_hold_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CryptoKey.of("a-1", "sm4-gcm:" + CryptoFixture.base64((byte) 1, 16)))
                .withMessageContaining("small letters and digits");
    }
}
