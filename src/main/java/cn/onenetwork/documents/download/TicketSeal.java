package cn.onenetwork.documents.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what must be neither read nor altered on its way: AES-256-GCM (NIST SP 800-38D) with a random nonce.
///
/// The first key seals, all of them open, so that a key can be changed without a gap. With random nonces one key
/// is good for 2^32 tickets (section 8.3); at a hundred a second that is more than a year.
final class TicketSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 2_048;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final List<SecretKey> keys;

    private TicketSeal(List<SecretKey> keys) {
        this.keys = keys;
    }

    /// @param keys in Base64, 32 bytes each, the current one first, separated by commas
    /// @throws IllegalArgumentException where one is no such key; the message does not repeat it
    static TicketSeal of(String keys) {
        return new TicketSeal(Stream.of(keys.split(",", -1))
                .map(String::strip)
                .map(TicketSeal::key)
                .toList());
    }

    /// A seal that nobody else can open, and nobody at all after the end of this process.
    static TicketSeal drawn() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new TicketSeal(List.of(new SecretKeySpec(key, "AES")));
    }

    private static SecretKey key(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length == KEY_BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IllegalArgumentException _) {
            // Told below, without the text: it may be most of a key.
        }
        throw new IllegalArgumentException("a ticket key has to be 32 bytes in Base64");
    }

    /// @param bound what the ticket is for; it opens for nothing else
    String sealed(byte[] content, String bound) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] secret =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, bound).doFinal(content);
            return ENCODER.encodeToString(ByteBuffer.allocate(nonce.length + secret.length)
                    .put(nonce)
                    .put(secret)
                    .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    /// What was sealed; empty for anything that this seal did not make, or made for something else.
    Optional<Opened> opened(String ticket, String bound) {
        return bytes(ticket)
                .flatMap(bytes -> keys.stream()
                        .flatMap(key -> opened(bytes, key, bound).stream())
                        .findFirst());
    }

    /// Base64 has several texts for the same bytes; only one of them is the ticket.
    private static Optional<byte[]> bytes(String ticket) {
        if (ticket.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(ticket);
            return bytes.length > NONCE_BYTES && ENCODER.encodeToString(bytes).equals(ticket)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Opened> opened(byte[] bytes, SecretKey key, String bound) {
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            byte[] content = cipher(Cipher.DECRYPT_MODE, key, nonce, bound)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new Opened(content, HexFormat.of().formatHex(nonce)));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// @param handle names the ticket without giving it: its nonce
    record Opened(byte[] content, String handle) {}
}
