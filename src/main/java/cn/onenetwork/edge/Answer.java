package cn.onenetwork.edge;

import cn.onenetwork.platform.ApiError;
import cn.onenetwork.platform.Refusal;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// What goes back: `data`, `errors`, and over HTTP the status that belongs to them.
///
/// @param body     as it is written
/// @param hasData  whether the operation was executed at all, with whatever success
/// @param errors   as they stand in the body
record Answer(Map<String, Object> body, boolean hasData, List<ApiError> errors) {

    static Answer of(ExecutionResult result, Locale locale) {
        Answer errors = of(result.getErrors(), locale);
        if (!result.isDataPresent()) {
            return errors;
        }
        Map<String, Object> body = new LinkedHashMap<>(errors.body);
        body.put("data", result.getData());
        return new Answer(body, true, errors.errors);
    }

    static Answer of(Throwable failure, Locale locale) {
        return failure instanceof InvalidDocument invalid
                ? of(invalid.errors(), locale)
                : of(ApiError.of(failure, locale));
    }

    private static Answer of(List<GraphQLError> engine, Locale locale) {
        return of(engine.stream().map(error -> ApiError.of(error, locale)).toList());
    }

    static Answer of(ApiError error) {
        return of(List.of(error));
    }

    private static Answer of(List<ApiError> errors) {
        List<Map<String, Object>> entries = errors.stream().map(ApiError::toMap).toList();
        return new Answer(errors.isEmpty() ? Map.of() : Map.of("errors", entries), false, errors);
    }

    /// The same answer with what it cost.
    Answer costing(Map<String, Object> cost) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put("extensions", Map.of("cost", cost));
        return new Answer(more, hasData, errors);
    }

    /// The answer to a request that was well-formed. 429 is told whatever the client takes: what stands between
    /// reads it too.
    ///
    /// @return fails where the answer cannot be written; nobody to read it is no failure
    Future<Void> send(RoutingContext exchange, MediaType type) {
        return send(
                exchange,
                type,
                hasData || type == MediaType.JSON && !isRateLimited()
                        ? 200
                        : status(errors.getFirst().code()));
    }

    private boolean isRateLimited() {
        return errors.getFirst().code() == Refusal.Code.RATE_LIMITED;
    }

    Future<Void> send(RoutingContext exchange, MediaType type, int status) {
        Buffer bytes = Json.write(body);
        if (exchange.response().ended() || exchange.response().closed()) {
            return Future.succeededFuture();
        }
        HttpServerResponse response = exchange.response();
        retryAfter().ifPresent(seconds -> response.putHeader("Retry-After", Long.toString(seconds)));
        if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "no-store");
        }
        return response.setStatusCode(status)
                .putHeader("Content-Type", type.header())
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(bytes)
                .otherwiseEmpty();
    }

    /// When to come back: the longest time that any of its errors tells. A field may be refused where others are
    /// answered.
    private OptionalLong retryAfter() {
        return errors.stream()
                .map(error -> error.details().get("retryAfterSeconds"))
                .filter(Long.class::isInstance)
                .mapToLong(Long.class::cast)
                .max();
    }

    static int status(Refusal.Code code) {
        return switch (code) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, DOCUMENT_REFUSED -> 403;
            case NOT_FOUND, PERSISTED_QUERY_NOT_FOUND -> 404;
            case BAD_USER_INPUT, COST_EXCEEDED, PERSISTED_QUERY_NOT_SUPPORTED -> 400;
            case RATE_LIMITED -> 429;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
    }
}
