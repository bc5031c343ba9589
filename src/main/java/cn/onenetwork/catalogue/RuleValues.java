package cn.onenetwork.catalogue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Facts as the language of rules wants them: whole numbers as Long, others as Double, no nulls in objects,
/// objects in the order of their keys.
///
/// What cannot be handed over without loss - numbers that no Double tells apart, more levels or longer texts
/// than any form has - is not cut: a rule could hold because something is not there. Then nothing is known at
/// all.
final class RuleValues {

    private static final int DEPTH = 24;
    private static final int VALUES = 50_000;
    private static final int TEXT = BoundedForm.TEXT;
    private static final int DIGITS = 30;
    private static final int EXPONENT = 300;
    /// Up to here a Double tells one whole number from the next.
    private static final long LARGEST = 1L << 53;

    private int values;

    private RuleValues() {}

    /// The variables of a rule; empty where they cannot be handed over without loss.
    static Optional<Map<String, Object>> of(Facts facts) {
        RuleValues values = new RuleValues();
        try {
            return Optional.of(Map.of(
                    "form", values.object(facts.form(), 1),
                    "applicant", values.object(facts.applicant(), 1),
                    "materials", values.object(facts.materials(), 1)));
        } catch (Lossy | NumberFormatException lossy) {
            return Optional.empty();
        }
    }

    private @Nullable Object value(@Nullable Object value, int depth) {
        if (depth > DEPTH || ++values > VALUES) {
            throw new Lossy();
        }
        return switch (value) {
            case null -> null;
            case Boolean bool -> bool;
            case String text when text.length() <= TEXT -> text;
            case Number number -> number(number);
            case Map<?, ?> map -> object(map, depth);
            case List<?> list -> list(list, depth);
            default -> throw new Lossy();
        };
    }

    private Map<String, Object> object(Map<?, ?> map, int depth) {
        Map<String, Object> object = new TreeMap<>();
        map.forEach((key, element) -> {
            Object value = value(element, depth + 1);
            if (value != null) {
                object.put(String.valueOf(key), value);
            }
        });
        return object;
    }

    /// A null in a list has a place that counts, but no value that a rule could look at.
    private List<Object> list(List<?> list, int depth) {
        List<Object> elements = new ArrayList<>();
        for (Object element : list) {
            Object value = value(element, depth + 1);
            if (value == null) {
                throw new Lossy();
            }
            elements.add(value);
        }
        return elements;
    }

    private static Object number(Number number) {
        return switch (number) {
            case Byte _, Short _, Integer _, Long _ -> whole(number.longValue());
            case BigInteger integer when integer.bitLength() < Long.SIZE -> whole(integer.longValue());
            case BigInteger _ -> throw new Lossy();
            default -> fraction(number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString()));
        };
    }

    private static Object whole(long number) {
        if (number > LARGEST || number < -LARGEST) {
            throw new Lossy();
        }
        return number;
    }

    private static Object fraction(BigDecimal exact) {
        if (exact.precision() > DIGITS || Math.abs((long) exact.scale()) > EXPONENT) {
            throw new Lossy();
        }
        double nearest = exact.doubleValue();
        if (BigDecimal.valueOf(nearest).compareTo(exact) != 0) {
            throw new Lossy();
        }
        return nearest;
    }

    private static final class Lossy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lossy() {
            super(null, null, false, false);
        }
    }
}
