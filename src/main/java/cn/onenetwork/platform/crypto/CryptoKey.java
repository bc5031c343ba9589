package cn.onenetwork.platform.crypto;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One key of the installation. Its text shows the id only: keys get into logs by being printed.
final class CryptoKey {

    /// Letters and digits that a name of an environment variable keeps apart.
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");

    private final String id;
    private final Algorithm algorithm;
    private final byte[] material;

    private CryptoKey(String id, Algorithm algorithm, byte[] material) {
        this.id = id;
        this.algorithm = algorithm;
        this.material = material;
    }

    /// @param written algorithm and key, such as `aes-256-gcm:<32 bytes in Base64>`
    /// @throws IllegalArgumentException with a line that says what is wrong, without any part of the key
    static CryptoKey of(String id, String written) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a key under one-network.crypto.keys is not 1 to 32 small letters and digits");
        }
        String setting = "one-network.crypto.keys." + id;
        int colon = written.indexOf(':');
        Algorithm algorithm = Algorithm.spelled(
                        colon < 0 ? "" : written.substring(0, colon).strip())
                .orElseThrow(
                        () -> new IllegalArgumentException(setting + " does not begin with an algorithm and a colon: "
                                + Arrays.stream(Algorithm.values())
                                        .map(Algorithm::spelling)
                                        .collect(Collectors.joining(", "))));
        byte[] material = bytes(setting, written.substring(colon + 1).strip());
        if (material.length != algorithm.keyBytes()) {
            throw new IllegalArgumentException(setting + " has " + material.length + " bytes, " + algorithm.spelling()
                    + " needs " + algorithm.keyBytes());
        }
        return new CryptoKey(id, algorithm, material);
    }

    /// @throws IllegalArgumentException that names the setting and not the text, which may be most of a key
    static byte[] bytes(String setting, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(setting + " is not in Base64");
        }
    }

    String id() {
        return id;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    byte[] material() {
        return material;
    }

    @Override
    public String toString() {
        return id;
    }
}
