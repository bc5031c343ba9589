package cn.onenetwork.cases;

import cn.onenetwork.platform.CheckCharacter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number under which a case is filed and asked about (办件编号): region of the tenant (6 digits), day of
/// submission (8), sequence of that day (6), check character of ISO/IEC 7064 MOD 37,36 (1), such as
/// `52019820220301000001A`. It fits into the 50 characters of GB/T 39046-2020.
///
/// @param value the 21 characters
public record CaseNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{20}[0-9A-Z]");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LAST_SEQUENCE = 999_999;

    /// @throws IllegalArgumentException if shape, day, sequence or check character is wrong
    public CaseNumber {
        if (!passes(value)) {
            throw new IllegalArgumentException("Not a case number.");
        }
    }

    /// The number of the n-th case that a tenant received on a day.
    ///
    /// @param regionCode region of the tenant, 6 digits
    /// @param day the calendar day in China on which the case was submitted
    /// @param sequence 1 to 999999, from the database: a clock cannot tell two pods apart
    /// @throws IllegalArgumentException if one of them is out of its range
    public static CaseNumber of(String regionCode, LocalDate day, int sequence) {
        if (!REGION.matcher(regionCode).matches()) {
            throw new IllegalArgumentException("A region code has 6 digits.");
        }
        if (sequence < 1 || sequence > LAST_SEQUENCE) {
            throw new IllegalArgumentException("A day's sequence runs from 1 to " + LAST_SEQUENCE + ".");
        }
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("The year has 4 digits.");
        }
        String payload = regionCode + DAY.format(day) + String.format(Locale.ROOT, "%06d", sequence);
        return new CaseNumber(payload + CheckCharacter.compute(payload));
    }

    /// A number that somebody typed or read out; a lower-case check character is accepted. Empty unless
    /// everything in it is right, the check character included.
    public static Optional<CaseNumber> parse(String text) {
        String value = text.toUpperCase(Locale.ROOT);
        return passes(value) ? Optional.of(new CaseNumber(value)) : Optional.empty();
    }

    /// The region of the tenant that received the case.
    public String regionCode() {
        return value.substring(0, 6);
    }

    /// The calendar day on which the case was submitted.
    public LocalDate day() {
        return LocalDate.parse(value.substring(6, 14), DAY);
    }

    /// The place among the day's cases of that region, 1 to 999999.
    public int sequence() {
        return sequence(value);
    }

    /// The bare number.
    @Override
    public String toString() {
        return value;
    }

    private static boolean passes(String value) {
        return SHAPE.matcher(value).matches() && hasDay(value) && sequence(value) > 0 && CheckCharacter.verify(value);
    }

    private static int sequence(String value) {
        return Integer.parseInt(value.substring(14, 20));
    }

    private static boolean hasDay(String value) {
        try {
            return LocalDate.parse(value.substring(6, 14), DAY).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
