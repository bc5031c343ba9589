package cn.onenetwork.platform;

/// The check character of ISO/IEC 7064, hybrid system MOD 37,36: one character of `0-9A-Z` after a string of
/// `0-9A-Z`.
///
/// It detects every substitution of a single character, and nearly every transposition of two adjacent ones:
/// only two neighbours of the alphabet (`4` and `5`, `9` and `A`, `Z` and `0`) can hide, behind one of the 36
/// sums that may stand before them. The standard promises no more of a hybrid system.
public final class CheckCharacter {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = ALPHABET.length();

    private CheckCharacter() {}

    /// The check character of a payload.
    ///
    /// @param payload one or more characters of `0-9A-Z`
    /// @throws IllegalArgumentException if the payload is empty or holds any other character
    public static char compute(String payload) {
        int product = productAfter(payload);
        if (product < 0) {
            throw new IllegalArgumentException("A payload is one or more characters of 0-9 and A-Z.");
        }
        return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
    }

    /// Whether the last character is the check character of all before it. False, never an exception, for text
    /// of any other shape.
    public static boolean verify(String text) {
        if (text.length() < 2) {
            return false;
        }
        int last = text.length() - 1;
        int product = productAfter(text.substring(0, last));
        int check = ALPHABET.indexOf(text.charAt(last));
        return product >= 0 && check >= 0 && (product + check) % MODULUS == 1;
    }

    /// The running product of the standard after the last character, or -1 for a payload of another shape.
    private static int productAfter(String payload) {
        if (payload.isEmpty()) {
            return -1;
        }
        int product = MODULUS;
        for (int i = 0; i < payload.length(); i++) {
            int value = ALPHABET.indexOf(payload.charAt(i));
            if (value < 0) {
                return -1;
            }
            int sum = (product + value) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return product;
    }
}
