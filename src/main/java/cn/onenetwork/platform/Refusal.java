package cn.onenetwork.platform;

import java.util.Locale;
import java.util.UUID;

/// A request that is not answered at all: the top-level error of a field, with a code in its extensions.
///
/// Business outcomes are [Problem]s instead. The message is for the caller and holds nothing internal.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String errorId = UUID.randomUUID().toString();

    private Refusal(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public static Refusal of(Code code, Locale locale) {
        return new Refusal(code, Texts.refusal(code.name(), locale));
    }

    /// Like [#of(Code, Locale)], with the more telling text `CODE.variant`.
    public static Refusal of(Code code, String variant, Locale locale, Object... arguments) {
        return new Refusal(code, Texts.refusal(code + "." + variant, locale, arguments));
    }

    /// Bad input that no schema type could refuse, e.g. `first: 0`; the variant names the text
    /// `BAD_USER_INPUT.variant`.
    public static Refusal badInput(String variant, Locale locale) {
        return of(Code.BAD_USER_INPUT, variant, locale);
    }

    public Code code() {
        return code;
    }

    /// Names this very failure, in the answer and in the log.
    public String errorId() {
        return errorId;
    }

    /// The codes of `errors[].extensions.code`.
    public enum Code {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        BAD_USER_INPUT,
        COST_EXCEEDED,
        RATE_LIMITED,
        UNAVAILABLE,
        INTERNAL
    }
}
