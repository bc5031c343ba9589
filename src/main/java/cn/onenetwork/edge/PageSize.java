package cn.onenetwork.edge;

import cn.onenetwork.platform.Page;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How many rows a field is asked for by its argument `first`.
///
/// @param operation whose variables have defaults
/// @param variables as they were sent
record PageSize(OperationDefinition operation, JsonObject variables) {

    private static final String FIRST = "first";

    /// Null where the field has no such argument. A number that no page has counts as the nearest that one has;
    /// whoever reads the page refuses it.
    @Nullable
    Integer of(Field field, GraphQLFieldDefinition definition) {
        GraphQLArgument declared = definition.getArgument(FIRST);
        if (declared == null) {
            return null;
        }
        Optional<BigDecimal> given = field.getArguments().stream()
                .filter(argument -> argument.getName().equals(FIRST))
                .findFirst()
                .map(Argument::getValue)
                .flatMap(this::number);
        return given.or(() -> number(declared.getArgumentDefaultValue().getValue()))
                .map(PageSize::onAPage)
                .orElse(Page.Request.LARGEST);
    }

    /// Compared before it is converted: a number may be sent that no memory holds written out.
    private static int onAPage(BigDecimal number) {
        return number.max(BigDecimal.ONE)
                .min(BigDecimal.valueOf(Page.Request.LARGEST))
                .intValue();
    }

    private Optional<BigDecimal> number(@Nullable Object value) {
        return switch (value) {
            case IntValue literal -> Optional.of(new BigDecimal(literal.getValue()));
            case VariableReference variable -> variable(variable.getName());
            case Number number -> Optional.of(BigDecimal.valueOf(number.longValue()));
            case null, default -> Optional.empty();
        };
    }

    private Optional<BigDecimal> variable(String name) {
        if (variables.get(name) instanceof JsonNumber sent) {
            return Optional.of(sent.bigDecimalValue());
        }
        return operation.getVariableDefinitions().stream()
                .filter(definition -> definition.getName().equals(name))
                .findFirst()
                .<Value<?>>map(VariableDefinition::getDefaultValue)
                .flatMap(this::number);
    }
}
