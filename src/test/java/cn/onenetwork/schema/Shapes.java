package cn.onenetwork.schema;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import java.util.TreeMap;

/// A schema as a flat map: where something stands (`ServiceCase.timeline(first:)`) and what shape it has there
/// (`Int = 50`).
final class Shapes {

    /// The shape of what is promised by name only.
    static final String OPEN = "@open";

    private final Map<String, String> shapes = new TreeMap<>();

    private Shapes() {}

    static Map<String, String> of(TypeDefinitionRegistry definitions) {
        Shapes found = new Shapes();
        definitions.types().values().forEach(found::type);
        definitions.scalars().keySet().stream()
                .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar))
                .forEach(scalar -> found.shapes.put(scalar, "scalar"));
        return found.shapes;
    }

    private void type(TypeDefinition<?> type) {
        String at = type.getName();
        switch (type) {
            case ObjectTypeDefinition object -> {
                shapes.put(at, "type");
                object.getFieldDefinitions().forEach(field -> field(at, field));
            }
            case InputObjectTypeDefinition input -> {
                shapes.put(at, "input");
                input.getInputValueDefinitions().forEach(value -> shapes.put(at + "." + value.getName(), shape(value)));
            }
            case EnumTypeDefinition values -> {
                shapes.put(at, "enum");
                values.getEnumValueDefinitions().forEach(value -> shapes.put(at + "." + value.getName(), "value"));
            }
            default -> shapes.put(at, type.getClass().getSimpleName());
        }
    }

    private void field(String type, FieldDefinition field) {
        String at = type + "." + field.getName();
        shapes.put(at, AstPrinter.printAst(field.getType()));
        field.getInputValueDefinitions()
                .forEach(argument -> shapes.put(at + "(" + argument.getName() + ":)", shape(argument)));
    }

    private static String shape(InputValueDefinition value) {
        if (value.hasDirective("open")) {
            return OPEN;
        }
        String type = AstPrinter.printAst(value.getType());
        return value.getDefaultValue() == null ? type : type + " = " + AstPrinter.printAst(value.getDefaultValue());
    }
}
