package cn.onenetwork.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a token says, as JSON: texts, numbers, lists and objects. It has been proven before who says it.
record Claims(Map<String, Object> values) {

    /// A name, or a text that only has to be shown; empty where it is no text.
    Optional<String> shown(String name) {
        return find(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /// A text on which something depends.
    ///
    /// @throws UnfitToken where it is something else
    Optional<String> text(String name) {
        return switch (find(name)) {
            case null -> Optional.empty();
            case String text -> text.isBlank() ? Optional.empty() : Optional.of(text);
            default -> throw new UnfitToken("a claim that must be a text is none: " + name);
        };
    }

    /// A code, which some issuers write as a text and others as a number.
    ///
    /// @throws UnfitToken where it is neither
    Optional<String> code(String name) {
        return find(name) instanceof Number number ? Optional.of(number.toString()) : text(name);
    }

    /// A list of texts; empty where there is none.
    ///
    /// @throws UnfitToken where it is no list, or holds something else
    List<String> texts(String name) {
        return switch (find(name)) {
            case null -> List.of();
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String.class::cast).toList();
            default -> throw new UnfitToken("a claim that must be a list of texts is none: " + name);
        };
    }

    /// Whom the token is for: a text or a list, by RFC 7519.
    List<String> audience() {
        return find("aud") instanceof String one ? List.of(one) : texts("aud");
    }

    boolean has(String name) {
        return find(name) != null;
    }

    private @Nullable Object find(String name) {
        Object whole = values.get(name);
        return whole != null || name.indexOf('/') < 0 ? whole : along(name.split("/"));
    }

    private @Nullable Object along(String[] path) {
        Object here = values;
        for (String step : path) {
            here = here instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return here;
    }
}
