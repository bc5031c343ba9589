package cn.onenetwork.platform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/// A request that is not answered at all: the top-level error of a field, with a code in its extensions.
///
/// Business outcomes are [Problem]s instead. The message is for the caller and holds nothing internal.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String errorId;
    private final transient SequencedMap<String, Object> details;

    private Refusal(Code code, String message, String errorId, SequencedMap<String, Object> details) {
        super(message, null, false, false);
        this.code = code;
        this.errorId = errorId;
        this.details = details;
    }

    private static Refusal saying(Code code, String message) {
        return new Refusal(code, message, UUID.randomUUID().toString(), new LinkedHashMap<>());
    }

    public static Refusal of(Code code, Locale locale) {
        return saying(code, Texts.refusal(code.name(), locale));
    }

    /// Like [#of(Code, Locale)], with the more telling text `CODE.variant`.
    public static Refusal of(Code code, String variant, Locale locale, Object... arguments) {
        return saying(code, Texts.refusal(code + "." + variant, locale, arguments));
    }

    /// Bad input that no schema type could refuse, e.g. `first: 0`; the variant names the text
    /// `BAD_USER_INPUT.variant`.
    public static Refusal badInput(String variant, Locale locale) {
        return of(Code.BAD_USER_INPUT, variant, locale);
    }

    /// The same refusal with one more thing for programs, beside `code` in the extensions of the error: a limit
    /// that was crossed, a time to wait. Never anything that the client sent.
    ///
    /// @param value a number, a text or null-free structure that JSON can say
    public Refusal with(String key, Object value) {
        SequencedMap<String, Object> more = new LinkedHashMap<>(details);
        more.put(key, value);
        return new Refusal(code, String.valueOf(getMessage()), errorId, more);
    }

    /// What programs are told beside code and error id; empty for most.
    public Map<String, Object> details() {
        return new LinkedHashMap<>(details);
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
        /// Above a limit of one document; `asked` and `limit` say by how much.
        COST_EXCEEDED,
        /// Too much within a time; `retryAfterSeconds` says when to come back.
        RATE_LIMITED,
        UNAVAILABLE,
        INTERNAL,
        /// A document this installation does not run; `buildNeeded` names the build of the app that has another.
        DOCUMENT_REFUSED,
        /// A hash nobody knows yet: send the document with it. The name and the message are Apollo's, whose
        /// clients read them.
        PERSISTED_QUERY_NOT_FOUND,
        /// Hashes are of no use here: send documents. The name and the message are Apollo's as well.
        PERSISTED_QUERY_NOT_SUPPORTED
    }
}
