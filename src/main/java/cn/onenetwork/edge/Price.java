package cn.onenetwork.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one field of an operation costs: its own points, and for each element those of the fields below.
///
/// The same tree says what may be asked for (every list as long as it can be) and what was used (the answer, as
/// it came).
final class Price {

    private static final long COUNTLESS = 1_000_000_000_000L;

    private final long weight;
    private final long size;
    private final boolean secret;
    private final Map<String, Price> parts = new LinkedHashMap<>();

    /// @param size how many elements the field has at most; 1 where it is no list
    Price(long weight, long size) {
        this(weight, size, false);
    }

    /// @param secret whether the field is asked with a secret
    Price(long weight, long size, boolean secret) {
        this.weight = weight;
        this.size = size;
        this.secret = secret;
    }

    /// The price of the field below that is answered under this key. Where it is asked for twice it is answered
    /// once.
    Price part(String key, Price price) {
        return parts.merge(key, price, (known, _) -> known);
    }

    /// How many fields are asked with a secret.
    int secrets() {
        return (secret ? 1 : 0)
                + parts.values().stream().mapToInt(Price::secrets).sum();
    }

    /// The most it can cost.
    long asked() {
        long each = 0;
        for (Price part : parts.values()) {
            each = Math.min(COUNTLESS, each + part.asked());
        }
        return each == 0 ? weight : Math.min(COUNTLESS, weight + Math.min(COUNTLESS / each, size) * each);
    }

    /// What it cost by the value it has in the answer.
    long used(@Nullable Object value) {
        return weight
                + switch (value) {
                    case List<?> elements
                    when !parts.isEmpty() ->
                        elements.stream().mapToLong(this::below).sum();
                    case null, default -> below(value);
                };
    }

    private long below(@Nullable Object element) {
        return switch (element) {
            case Map<?, ?> object
            when !parts.isEmpty() ->
                parts.entrySet().stream()
                        .filter(part -> object.containsKey(part.getKey()))
                        .mapToLong(part -> part.getValue().used(object.get(part.getKey())))
                        .sum();
            case List<?> nested
            when !parts.isEmpty() -> nested.stream().mapToLong(this::below).sum();
            case null, default -> 0;
        };
    }
}
