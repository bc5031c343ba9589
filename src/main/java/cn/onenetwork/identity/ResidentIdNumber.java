package cn.onenetwork.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number of a resident identity card (公民身份号码), GB 11643-1999: region (6 digits), date of birth (8),
/// sequence (3), check character of ISO/IEC 7064 MOD 11-2 (1).
///
/// It prints itself masked, so that a log line or an exception that mentions a person does not give the number
/// away.
///
/// @param value the 18 characters, `X` in upper case
public record ResidentIdNumber(String value) {
    /// The shape, as a form's schema writes it.
    public static final String PATTERN =
            "^[1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[0-9X]$";

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{5}(18|19|20)[0-9]{9}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /// What the registers of the public security organs tell apart (GB/T 2261.1).
    public enum Sex {
        /// 男
        MALE,
        /// 女
        FEMALE
    }

    /// @throws IllegalArgumentException if shape, date of birth or check character is wrong
    public ResidentIdNumber {
        if (!passes(value)) {
            throw new IllegalArgumentException("Not a resident identity number.");
        }
    }

    /// A number that somebody typed. A lower-case `x` is read as `X`. Numbers of 15 digits ended with the old
    /// cards in 2013 and are refused.
    ///
    /// @param today the calendar day in China; nobody is born after it
    public static Optional<ResidentIdNumber> parse(String text, LocalDate today) {
        String value = text.toUpperCase(Locale.ROOT);
        return passes(value)
                ? Optional.of(new ResidentIdNumber(value))
                        .filter(id -> !id.birthDate().isAfter(today))
                : Optional.empty();
    }

    /// The county where the number was first given out (GB/T 2260 as of that time).
    public String regionCode() {
        return value.substring(0, 6);
    }

    /// The date of birth.
    public LocalDate birthDate() {
        return date(value);
    }

    /// An odd sequence is a man's, an even one a woman's.
    public Sex sex() {
        return digit(value, 16) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /// Masked: first and last character only.
    @Override
    public String toString() {
        return Masking.idNumberStrong(value);
    }

    private static boolean passes(String value) {
        return SHAPE.matcher(value).matches() && hasDate(value) && checkCharacterMatches(value);
    }

    private static boolean checkCharacterMatches(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += digit(value, i) * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11) == value.charAt(WEIGHTS.length);
    }

    private static boolean hasDate(String value) {
        try {
            return date(value).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate date(String value) {
        return LocalDate.of(number(value, 6, 10), number(value, 10, 12), number(value, 12, 14));
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }

    private static int digit(String value, int index) {
        return value.charAt(index) - '0';
    }
}
