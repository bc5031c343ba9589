package cn.onenetwork.schema;

import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What clients were promised, and how a schema is held to it.
final class Contract {

    private final Map<String, String> promised;

    private Contract(Map<String, String> promised) {
        this.promised = promised;
    }

    static Contract of(TypeDefinitionRegistry definitions) {
        return new Contract(Shapes.of(definitions));
    }

    /// What breaks a client that was written against the contract; one line each.
    ///
    /// @param later what need not be there yet; everything inside of it neither
    Stream<String> breaches(TypeDefinitionRegistry definitions, Set<String> later) {
        Map<String, String> real = Shapes.of(definitions);
        return Stream.concat(
                promised.entrySet().stream()
                        .filter(entry -> !isLater(entry.getKey(), later))
                        .filter(entry -> !keeps(real.get(entry.getKey()), entry.getValue()))
                        .map(entry -> entry.getKey() + ": promised " + entry.getValue() + ", is "
                                + real.getOrDefault(entry.getKey(), "missing")),
                real.entrySet().stream()
                        .filter(entry -> !promised.containsKey(entry.getKey()))
                        .filter(entry -> demandsMore(entry.getKey(), entry.getValue()))
                        .map(entry -> entry.getKey() + ": not promised, but required"));
    }

    /// The rows of `later` that are there now, or that the contract does not know.
    Stream<String> outdated(TypeDefinitionRegistry definitions, Set<String> later) {
        Map<String, String> real = Shapes.of(definitions);
        return later.stream().filter(at -> real.containsKey(at) || !promised.containsKey(at));
    }

    private static boolean keeps(@Nullable String real, String promise) {
        return promise.equals(real) || promise.equals(Shapes.OPEN) && real != null;
    }

    /// A required argument, or a required field of an input, that a client of the contract does not send.
    private boolean demandsMore(String at, String shape) {
        String owner =
                at.endsWith(":)") ? at.substring(0, at.indexOf('(')) : at.substring(0, Math.max(0, at.indexOf('.')));
        boolean sentByClients = at.endsWith(":)") ? promised.containsKey(owner) : "input".equals(promised.get(owner));
        return sentByClients && shape.endsWith("!");
    }

    private static boolean isLater(String at, Set<String> later) {
        return later.stream().anyMatch(row -> at.equals(row) || at.startsWith(row + ".") || at.startsWith(row + "("));
    }
}
