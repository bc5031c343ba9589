package cn.onenetwork.platform;

import java.util.List;
import java.util.Locale;

/// A business outcome other than success: what becomes `userErrors` of a payload.
///
/// It is thrown anywhere below a use case, rolls the unit of work back, and is turned into [UserError]s in
/// exactly one place, [Outcomes]. It carries no personal data and no stack trace: it is an answer, not a
/// defect.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Detail> details;

    private Problem(List<Detail> details) {
        super(details.getFirst().code().name(), null, false, false);
        this.details = List.copyOf(details);
    }

    /// A problem whose message is the text of its code in `messages/UserErrors`, with arguments filled in.
    public static Problem of(UserErrorCode code, Object... arguments) {
        return new Problem(List.of(new Detail(
                code, locale -> Texts.userError(code.name(), locale, arguments), List.of(), List.of(arguments))));
    }

    /// Like [#of(UserErrorCode, Object...)], with the more telling text `CODE.variant`.
    public static Problem variant(UserErrorCode code, String variant, Object... arguments) {
        String key = code.name() + "." + variant;
        return new Problem(List.of(
                new Detail(code, locale -> Texts.userError(key, locale, arguments), List.of(), List.of(arguments))));
    }

    /// One of many problems, with the text `CODE.variant`; see [#all].
    public static Detail detail(UserErrorCode code, String variant, Object... arguments) {
        return new Detail(code, locale -> Texts.userError(code.name() + "." + variant, locale, arguments), List.of());
    }

    /// Many problems told at once; at least one.
    public static Problem all(List<Detail> details) {
        return new Problem(details);
    }

    /// The same problem, at a place in the input.
    public Problem at(String... path) {
        return new Problem(details.stream().map(detail -> detail.at(path)).toList());
    }

    public UserErrorCode code() {
        return details.getFirst().code();
    }

    public List<UserError> userErrors(Locale locale) {
        return details.stream()
                .map(detail ->
                        new UserError(detail.code(), detail.text().in(locale), detail.path(), detail.arguments()))
                .toList();
    }

    /// One of the problems, its text still open to the language of the reader.
    ///
    /// @param arguments what the text tells, where other fields tell it too
    public record Detail(UserErrorCode code, Text text, List<String> path, List<Object> arguments) {

        public Detail(UserErrorCode code, Text text, List<String> path) {
            this(code, text, path, List.of());
        }

        /// The same, at a place in the input.
        public Detail at(String... place) {
            return new Detail(code, text, List.of(place), arguments);
        }
    }

    /// A text that is told in the language of its reader.
    @FunctionalInterface
    public interface Text {
        String in(Locale locale);
    }
}
