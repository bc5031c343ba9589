package cn.onenetwork.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What people type into a text field: bounded, and without characters that no database text can hold.
public final class FreeText {

    /// Characters of a note or a reason.
    public static final int LONGEST = 2_000;

    private FreeText() {}

    /// A text that must say something.
    ///
    /// @throws Refusal BAD_USER_INPUT where it is blank, longer than 2,000 characters, or has control
    ///     characters
    public static String required(String text, Locale locale) {
        if (text.isBlank()) {
            throw Refusal.badInput("required", locale);
        }
        return checked(text, locale);
    }

    /// A text that may be left out.
    ///
    /// @throws Refusal BAD_USER_INPUT where it is longer than 2,000 characters, or has control characters
    public static @Nullable String optional(@Nullable String text, Locale locale) {
        return text == null || text.isBlank() ? null : checked(text, locale);
    }

    private static String checked(String text, Locale locale) {
        if (text.length() > LONGEST || text.chars().anyMatch(FreeText::forbidden)) {
            throw Refusal.badInput("text", locale);
        }
        return text.strip();
    }

    private static boolean forbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
