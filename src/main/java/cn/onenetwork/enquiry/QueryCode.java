package cn.onenetwork.enquiry;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The code that opens a case to whoever asks without a login (查询密码): 8 characters that nobody confuses when they
/// are read aloud or copied from paper. No 0 1 A B E I L O S U Z: what looks like another one is left out, and vowels
/// are, so that no code is a word.
///
/// There are 25^8 of them, 152,587,890,625.
///
/// @param value the 8 characters
record QueryCode(String value) {

    static final String ALPHABET = "23456789CDFGHJKMNPQRTVWXY";
    static final int LENGTH = 8;

    private static final BigInteger RADIX = BigInteger.valueOf(ALPHABET.length());
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final int LONGEST = 40;

    /// @throws IllegalArgumentException where it is no code; the message does not repeat it
    QueryCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a query code.");
        }
    }

    /// A code as somebody typed it: small letters, blanks, hyphens and full-width characters are understood. Empty
    /// where it cannot be one.
    static Optional<QueryCode> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String value = BETWEEN.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(value).matches() ? Optional.of(new QueryCode(value)) : Optional.empty();
    }

    /// The code that belongs to a keyed hash: always the same, and every code about as likely as any other (2^256
    /// hashes over 2^37 codes).
    static QueryCode of(String keyedHash) {
        BigInteger rest = new BigInteger(1, sha256(keyedHash));
        StringBuilder value = new StringBuilder(LENGTH);
        for (int place = 0; place < LENGTH; place++) {
            BigInteger[] parts = rest.divideAndRemainder(RADIX);
            value.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return new QueryCode(value.toString());
    }

    /// Whether it is the same code, in the same time however much of it is.
    boolean matches(QueryCode other) {
        return MessageDigest.isEqual(bytes(value), bytes(other.value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Without the code: it is a secret.
    @Override
    public String toString() {
        return "QueryCode";
    }
}
