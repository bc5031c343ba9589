package cn.onenetwork.platform;

import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.introspection.IntrospectionDisabledError;
import graphql.language.SourceLocation;
import io.smallrye.graphql.execution.datafetcher.DataFetcherException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// One entry of `errors`: the same shape in every answer of the API, whatever failed and wherever.
///
/// The code is for programs, the message for people, the id for both: where the failure was not foreseen, the
/// log has the trace under the same id. No entry repeats a value that the client sent.
///
/// @param locations where in the document; empty where the error belongs to no place
/// @param path      which field of the answer; empty where it belongs to none
/// @param details   what else programs are told, in the extensions; empty for most
public record ApiError(
        String message,
        List<SourceLocation> locations,
        List<Object> path,
        Refusal.Code code,
        String errorId,
        Map<String, Object> details) {

    /// What is told of an error of the GraphQL engine, or of a failure in a resolver.
    public static ApiError of(GraphQLError error, Locale locale) {
        ApiError told = error instanceof ExceptionWhileDataFetching fetching
                ? of(fetching.getException(), locale)
                : ofEngine(error, locale);
        return told.at(error.getLocations(), error.getPath());
    }

    /// What is told of a failure; an unforeseen one is logged under its id.
    public static ApiError of(Throwable failure, Locale locale) {
        Throwable cause = unwrapped(failure);
        Refusal.Code code = Failures.code(cause);
        String message = switch (cause) {
            case Refusal refusal -> Objects.requireNonNullElse(refusal.getMessage(), code.name());
            case Problem problem -> problem.userErrors(locale).getFirst().message();
            default -> Texts.refusal(code.name(), locale);
        };
        Map<String, Object> details = cause instanceof Refusal refusal ? refusal.details() : Map.of();
        return new ApiError(message, List.of(), List.of(), code, Failures.errorId(cause), details);
    }

    private static ApiError ofEngine(GraphQLError error, Locale locale) {
        return switch (error) {
            case AbortExecutionException aborted when aborted.getCause() != null -> of(aborted.getCause(), locale);
            case AbortExecutionException _ -> foreseen(Refusal.Code.UNAVAILABLE, locale);
            case BadFaithIntrospectionError _ -> foreseen(Refusal.Code.COST_EXCEEDED, locale);
            case IntrospectionDisabledError _ -> foreseen(Refusal.Code.FORBIDDEN, locale);
            case NonNullableFieldWasNullError broken ->
                of(new IllegalStateException("no value where the schema promises one: " + broken.getPath()), locale);
            default -> ofDocument(error, locale);
        };
    }

    private static ApiError ofDocument(GraphQLError error, Locale locale) {
        return DocumentFault.isOne(error)
                ? foreseen(Refusal.Code.BAD_USER_INPUT, locale, "document", DocumentFault.describe(error))
                : of(new IllegalStateException(error.getClass().getName()), locale);
    }

    private static ApiError foreseen(Refusal.Code code, Locale locale) {
        return of(Refusal.of(code, locale), locale);
    }

    private static ApiError foreseen(Refusal.Code code, Locale locale, String variant, Object... arguments) {
        return of(Refusal.of(code, variant, locale, arguments), locale);
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure.getCause() != null && isWrapper(failure) ? unwrapped(failure.getCause()) : failure;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof DataFetcherException;
    }

    /// The same, told of a field of the answer.
    public ApiError at(SourceLocation place, String field) {
        return at(List.of(place), List.of(field));
    }

    private ApiError at(@Nullable List<@Nullable SourceLocation> places, @Nullable List<Object> field) {
        List<SourceLocation> known = places == null
                ? List.of()
                : places.stream().filter(Objects::nonNull).toList();
        return new ApiError(message, known, field == null ? List.of() : field, code, errorId, details);
    }

    /// As it stands in the answer.
    public Map<String, Object> toMap() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("message", message);
        if (!locations.isEmpty()) {
            entry.put("locations", locations.stream().map(ApiError::place).toList());
        }
        if (!path.isEmpty()) {
            entry.put("path", path);
        }
        Map<String, Object> extensions = inOrder("code", code.name(), "errorId", errorId);
        extensions.putAll(details);
        entry.put("extensions", extensions);
        return entry;
    }

    private static Map<String, Object> place(SourceLocation location) {
        return inOrder("line", location.getLine(), "column", location.getColumn());
    }

    private static Map<String, Object> inOrder(String first, Object one, String second, Object two) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, two);
        return members;
    }
}
