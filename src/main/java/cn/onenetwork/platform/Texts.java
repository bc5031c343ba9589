package cn.onenetwork.platform;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The languages people are answered in: zh-CN (default) and en; see `src/main/resources/messages`.
public final class Texts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private Texts() {}

    /// The language to answer in, by an `Accept-Language` header; zh-CN where it names none of ours.
    public static Locale negotiate(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            return LanguageRange.parse(acceptLanguage).stream()
                    .map(Texts::spoken)
                    .flatMap(List::stream)
                    .findFirst()
                    .orElse(Locale.SIMPLIFIED_CHINESE);
        } catch (IllegalArgumentException malformed) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    private static List<Locale> spoken(LanguageRange range) {
        String language = Locale.forLanguageTag(range.getRange()).getLanguage();
        return SPOKEN.stream()
                .filter(locale -> range.getWeight() > 0 && locale.getLanguage().equals(language))
                .toList();
    }

    static String userError(String key, Locale locale, Object... arguments) {
        Object[] told = Arrays.stream(arguments)
                .map(argument -> argument instanceof Enum<?> constant ? label(constant, locale) : argument)
                .toArray();
        return text("messages.UserErrors", key, locale, told);
    }

    /// What a constant is called in front of people, from `messages/Labels`.
    public static String label(Enum<?> constant, Locale locale) {
        return text("messages.Labels", constant.getDeclaringClass().getSimpleName() + "." + constant.name(), locale);
    }

    /// The words of a commitment, from `messages/Commitments`.
    public static String commitment(String key, Locale locale, Object... arguments) {
        return text("messages.Commitments", key, locale, arguments);
    }

    static String refusal(String key, Locale locale, Object... arguments) {
        return text("messages.Refusals", key, locale, arguments);
    }

    private static String text(String bundle, String key, Locale locale, Object... arguments) {
        Locale spoken = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        String pattern = ResourceBundle.getBundle(bundle, spoken, Texts.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
