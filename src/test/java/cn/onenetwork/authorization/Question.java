package cn.onenetwork.authorization;

import graphql.schema.GraphQLFieldDefinition;
import java.util.Map;
import java.util.stream.Collectors;

/// One root field, asked in one way.
///
/// @param row       the row of the table that says what everybody gets for it
/// @param arguments by name; what is not in it is left out
/// @param selection what is asked of the answer, in braces; empty for a scalar
record Question(String row, GraphQLFieldDefinition field, Map<String, Object> arguments, String selection) {

    /// The field under an alias, with a variable for each argument.
    String text(String alias) {
        StringBuilder text = new StringBuilder(alias).append(": ").append(field.getName());
        if (!arguments.isEmpty()) {
            text.append(arguments.keySet().stream()
                    .map(name -> name + ": $" + variable(alias, name))
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        return text.append(' ').append(selection).toString();
    }

    static String variable(String alias, String argument) {
        return alias + "_" + argument;
    }
}
