package cn.onenetwork.platform;

import static graphql.validation.ValidationErrorType.BadValueForDefaultArg;
import static graphql.validation.ValidationErrorType.InvalidSyntax;
import static graphql.validation.ValidationErrorType.NullValueForNonNullArgument;
import static graphql.validation.ValidationErrorType.WrongType;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what is wrong with a document or its variables, for the one who wrote the document.
///
/// The engine quotes the literals and variables that it could not read, and somebody's identity number may be
/// among them. So its text is kept only where it consists of names, and digits are struck out even there.
final class DocumentFault {

    private static final Set<ErrorType> OF_THE_CLIENT =
            Set.of(ErrorType.InvalidSyntax, ErrorType.ValidationError, ErrorType.OperationNotSupported);
    private static final Set<ValidationErrorClassification> QUOTING =
            Set.of(WrongType, BadValueForDefaultArg, NullValueForNonNullArgument, InvalidSyntax);
    private static final Pattern VARIABLE = Pattern.compile("^[Vv]ariable '([_A-Za-z][_0-9A-Za-z]{0,60})'");
    private static final Pattern DIGITS = Pattern.compile("\\d{4,}[0-9Xx]*");
    private static final int LONGEST = 300;

    private DocumentFault() {}

    /// Whether the client, not the service, has to correct something.
    static boolean isOne(GraphQLError error) {
        return error.getErrorType() instanceof ErrorType type && OF_THE_CLIENT.contains(type);
    }

    static String describe(GraphQLError error) {
        String text = switch (error) {
            case InvalidSyntaxError syntax -> syntax(syntax.getLocations());
            case ValidationError invalid -> validation(invalid);
            default -> variable(String.valueOf(error.getMessage()));
        };
        String safe = DIGITS.matcher(text).replaceAll("…");
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
    }

    private static String syntax(List<SourceLocation> places) {
        return places == null || places.isEmpty()
                ? "syntax error"
                : "syntax error at line %d, column %d"
                        .formatted(
                                places.getFirst().getLine(), places.getFirst().getColumn());
    }

    private static String validation(ValidationError error) {
        String where = error.getQueryPath() == null || error.getQueryPath().isEmpty()
                ? ""
                : " at " + String.join("/", error.getQueryPath());
        return QUOTING.contains(error.getValidationErrorType())
                ? error.getValidationErrorType() + where
                : error.getMessage();
    }

    private static String variable(String message) {
        Matcher name = VARIABLE.matcher(message);
        return name.find() ? "wrong value of variable " + name.group(1) : "wrong value";
    }
}
