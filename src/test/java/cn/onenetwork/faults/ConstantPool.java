package cn.onenetwork.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The names that a class refers to (JVM specification, 4.4). Code refers to methods by their place in it, so
/// that whoever changes a place changes all calls, and nothing else of the class.
final class ConstantPool {

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int BEGINNING = 10;
    private static final Set<String> METHODS = Set.of(
            "currentTimeMillis()",
            "now()",
            "now(Ljava/time/ZoneId;)",
            "systemUTC()",
            "systemDefaultZone()",
            "system(Ljava/time/ZoneId;)");

    private final ByteBuffer bytes;
    /// Where each constant begins.
    private final int[] places;

    private final int end;

    ConstantPool(byte[] file) {
        bytes = ByteBuffer.wrap(file.clone());
        places = new int[bytes.getShort(8) & 0xffff];
        int at = BEGINNING;
        for (int i = 1; i < places.length; i++) {
            places[i] = at;
            int tag = bytes.get(at);
            at += length(tag, at);
            if (tag == 5 || tag == 6) {
                i++;
            }
        }
        end = at;
    }

    private int length(int tag, int at) {
        return switch (tag) {
            case UTF8 -> 3 + (bytes.getShort(at + 1) & 0xffff);
            case CLASS, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 5, 6 -> 9;
            default -> 5;
        };
    }

    /// The class, with the static methods that tell the time taken from elsewhere.
    ///
    /// @param classes by the name of those that are asked, the end of the name of those that answer
    /// @return null where nothing has to be changed
    byte @Nullable [] redirected(Map<String, String> classes, String beginning) {
        Map<Integer, String> found = new TreeMap<>();
        for (int place : places) {
            if (place > 0 && bytes.get(place) == METHOD && METHODS.contains(called(place))) {
                String answering = classes.get(text(reference(reference(place + 1) + 1)));
                if (answering != null) {
                    found.put(place, beginning + answering);
                }
            }
        }
        return found.isEmpty() ? null : with(found);
    }

    private String called(int method) {
        int nameAndType = reference(method + 3);
        String type = text(reference(nameAndType + 3));
        return text(reference(nameAndType + 1)) + type.substring(0, type.indexOf(')') + 1);
    }

    private int reference(int at) {
        return places[bytes.getShort(at) & 0xffff];
    }

    private String text(int utf8) {
        byte[] text = new byte[bytes.getShort(utf8 + 1) & 0xffff];
        bytes.get(utf8 + 3, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /// New constants come last, so that all others keep their places.
    private byte[] with(Map<Integer, String> methods) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        Map<String, Integer> known = new HashMap<>();
        try (DataOutputStream out = new DataOutputStream(added)) {
            int next = places.length;
            for (Map.Entry<Integer, String> method : methods.entrySet()) {
                if (!known.containsKey(method.getValue())) {
                    out.writeByte(UTF8);
                    out.writeUTF(method.getValue());
                    out.writeByte(CLASS);
                    out.writeShort(next);
                    known.put(method.getValue(), next + 1);
                    next += 2;
                }
                bytes.putShort(method.getKey() + 1, known.get(method.getValue()).shortValue());
            }
            bytes.putShort(8, (short) next);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        file.write(bytes.array(), 0, end);
        file.writeBytes(added.toByteArray());
        file.write(bytes.array(), end, bytes.array().length - end);
        return file.toByteArray();
    }
}
