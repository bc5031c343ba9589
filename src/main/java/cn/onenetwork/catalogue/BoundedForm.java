package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form as it came from outside, turned into a tree that is cheap to check: not too deep, not too many
/// values, no text or number so long that comparing it takes noticeable time. What was cut is remembered.
///
/// The limits lie far above every form of a public service; they are there for whoever sends something else.
final class BoundedForm {
    /// Levels of lists and objects within each other, the form itself being the first.
    static final int DEPTH = 16;
    /// Values in all.
    static final int VALUES = 20_000;
    /// UTF-16 units of one text.
    static final int TEXT = 10_000;
    /// Digits of one number, before or after the point.
    static final int DIGITS = 100;

    /// Something too large to be looked at.
    record Excess(List<String> path, String keyword) {}

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final List<Excess> cut = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final JsonNode root;
    private @Nullable Excess refusal;
    private int values;

    BoundedForm(Map<String, ?> form) {
        this.root = object(form);
    }

    /// The form; to be ignored where [#excesses] says that it was refused as a whole.
    JsonNode root() {
        return root;
    }

    /// Whether the form as a whole is too large or too deep.
    boolean refused() {
        return refusal != null;
    }

    /// What was cut off; the one reason alone where the form was refused as a whole.
    List<Excess> excesses() {
        return refusal == null ? cut : List.of(refusal);
    }

    private JsonNode node(@Nullable Object value) {
        if (++values > VALUES) {
            return refuse(new Excess(List.of(), "size"));
        }
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> object(map);
            case Iterable<?> list -> array(list);
            case Boolean bool -> NODES.booleanNode(bool);
            case Number number -> number(number);
            case CharSequence text -> text(text);
            default -> throw new IllegalArgumentException("Not a value of JSON: " + value.getClass());
        };
    }

    private JsonNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        if (path.size() >= DEPTH) {
            return refuse(new Excess(path.subList(0, 1), "depth"));
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            object.set(name, below(name, entry.getValue()));
            if (refused()) {
                break;
            }
        }
        return object;
    }

    private JsonNode array(Iterable<?> list) {
        ArrayNode array = NODES.arrayNode();
        if (path.size() >= DEPTH) {
            return refuse(new Excess(path.subList(0, 1), "depth"));
        }
        for (Object element : list) {
            array.add(below(Integer.toString(array.size()), element));
            if (refused()) {
                break;
            }
        }
        return array;
    }

    private JsonNode below(String segment, @Nullable Object value) {
        path.addLast(segment);
        JsonNode node = node(value);
        path.removeLast();
        return node;
    }

    private JsonNode text(CharSequence text) {
        if (text.length() <= TEXT) {
            return NODES.textNode(text.toString());
        }
        cut.add(new Excess(List.copyOf(path), "maxLength"));
        return NODES.textNode("");
    }

    /// By value, as JSON Schema has it: 5.0 is the integer 5, and 0.1 is a tenth, not the nearest binary
    /// fraction.
    private JsonNode number(Number number) {
        if (number instanceof BigInteger whole && whole.bitLength() > DIGITS * 4) {
            return tooLong();
        }
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        if (Math.abs((long) exact.scale()) > DIGITS || exact.precision() > DIGITS) {
            return tooLong();
        }
        BigDecimal plain = exact.stripTrailingZeros();
        return plain.scale() <= 0 ? whole(plain.toBigIntegerExact()) : NODES.numberNode(plain);
    }

    /// In the same kind of node that reading the schema makes of it, because nodes of two kinds are never
    /// equal.
    private static JsonNode whole(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    private JsonNode tooLong() {
        cut.add(new Excess(List.copyOf(path), "magnitude"));
        return NODES.numberNode(0);
    }

    private JsonNode refuse(Excess reason) {
        refusal = new Excess(List.copyOf(reason.path()), reason.keyword());
        return NODES.nullNode();
    }
}
