package cn.onenetwork.schema;

import graphql.language.AbstractDescribedNode;
import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A schema taken apart, so that a convention is one line over all parts of a kind.
record SchemaParts(TypeDefinitionRegistry definitions) {

    static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    /// A field of an object type.
    record Field(String type, FieldDefinition definition) {

        String name() {
            return definition.getName();
        }

        String at() {
            return type + "." + name();
        }

        String returns() {
            return AstPrinter.printAst(definition.getType());
        }

        List<InputValueDefinition> arguments() {
            return definition.getInputValueDefinitions();
        }
    }

    /// An argument, or a field of an input.
    record Value(String at, InputValueDefinition definition) {}

    /// Whatever should have a description.
    record Described(String at, AbstractDescribedNode<?> node) {}

    /// A use of a type: what a field returns, what a value takes.
    record Use(String at, String name, Type<?> type) {

        String text() {
            return AstPrinter.printAst(type);
        }
    }

    Stream<Field> fields() {
        return definitions.getTypes(ObjectTypeDefinition.class).stream()
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new Field(type.getName(), field)));
    }

    Stream<Field> roots() {
        return fields().filter(field -> ROOTS.contains(field.type()));
    }

    Stream<Field> mutations() {
        return fields().filter(field -> field.type().equals("Mutation"));
    }

    Stream<Value> values() {
        return Stream.concat(
                fields().flatMap(field -> field.arguments().stream()
                        .map(argument -> new Value(field.at() + "(" + argument.getName() + ":)", argument))),
                definitions.getTypes(InputObjectTypeDefinition.class).stream()
                        .flatMap(input -> input.getInputValueDefinitions().stream()
                                .map(value -> new Value(input.getName() + "." + value.getName(), value))));
    }

    Stream<Use> uses() {
        return Stream.concat(
                fields().map(field ->
                        new Use(field.at(), field.name(), field.definition().getType())),
                values().map(value -> new Use(
                        value.at(),
                        value.definition().getName(),
                        value.definition().getType())));
    }

    /// Everything that people read about, but the three roots, which the engine describes.
    Stream<Described> described() {
        return Stream.of(
                        definitions.types().values().stream()
                                .filter(type -> !ROOTS.contains(type.getName()))
                                .map(type -> new Described(type.getName(), (AbstractDescribedNode<?>) type)),
                        fields().map(field -> new Described(field.at(), field.definition())),
                        values().map(value -> new Described(value.at(), value.definition())),
                        definitions.getTypes(EnumTypeDefinition.class).stream()
                                .flatMap(type -> type.getEnumValueDefinitions().stream()
                                        .map(value -> new Described(type.getName() + "." + value.getName(), value))))
                .flatMap(part -> part);
    }

    Stream<ObjectTypeDefinition> connections() {
        return definitions.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.getName().endsWith("Connection"));
    }

    /// The type of a field of an object or input, as text; null where there is none.
    @Nullable
    String typeOf(String type, String field) {
        TypeDefinition<?> definition = definitions.types().get(type);
        Stream<Use> uses = switch (definition) {
            case ObjectTypeDefinition object ->
                object.getFieldDefinitions().stream().map(one -> new Use(type, one.getName(), one.getType()));
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().stream().map(one -> new Use(type, one.getName(), one.getType()));
            case null, default -> Stream.empty();
        };
        return uses.filter(use -> use.name().equals(field))
                .map(Use::text)
                .findFirst()
                .orElse(null);
    }

    static String description(AbstractDescribedNode<?> node) {
        return node.getDescription() == null ? "" : node.getDescription().getContent();
    }
}
