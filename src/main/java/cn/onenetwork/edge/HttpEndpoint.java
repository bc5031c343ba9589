package cn.onenetwork.edge;

import cn.onenetwork.edge.Gate.Admitted;
import cn.onenetwork.platform.ApiError;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import cn.onenetwork.platform.Texts;
import graphql.language.OperationDefinition;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// GraphQL over HTTP, one exchange: refuse or read, run, answer.
@ApplicationScoped
class HttpEndpoint {

    private static final String MEDIA_TYPE = HttpEndpoint.class.getName() + ".mediaType";

    private final Gate gate;
    private final Operations operations;
    private final Caching caching;

    HttpEndpoint(Gate gate, Operations operations, Caching caching) {
        this.gate = gate;
        this.operations = operations;
        this.caching = caching;
    }

    /// Refuses by the headers alone, before the body is read.
    void admit(RoutingContext exchange) {
        Locale locale = locale(exchange);
        exchange.put(
                MEDIA_TYPE,
                MediaType.acceptable(exchange)
                        .orElseThrow(() -> new HttpRefusal(406, Refusal.badInput("accept", locale))));
        RequestReading.admit(exchange, locale);
        exchange.next();
    }

    /// Runs what was asked for.
    void serve(RoutingContext exchange) {
        Locale locale = locale(exchange);
        MediaType type = exchange.get(MEDIA_TYPE);
        try {
            run(RequestReading.read(exchange, locale), exchange, type, locale);
        } catch (Refusal | InvalidDocument refused) {
            Future<Void> _ = Answer.of(refused, locale).send(exchange, type(refused, exchange, type));
        }
    }

    private static MediaType type(RuntimeException refused, RoutingContext exchange, MediaType type) {
        boolean handshake = refused instanceof Refusal refusal
                && (refusal.code() == Code.PERSISTED_QUERY_NOT_FOUND
                        || refusal.code() == Code.PERSISTED_QUERY_NOT_SUPPORTED);
        return handshake ? MediaType.ofHandshake(exchange, type) : type;
    }

    private void run(GraphQLRequest request, RoutingContext exchange, MediaType type, Locale locale) {
        SecurityIdentity identity = ((QuarkusHttpUser) exchange.user()).getSecurityIdentity();
        Admitted admitted = gate.admit(request, Asker.of(identity, exchange), locale);
        refuse(admitted, exchange, locale);
        Bill bill = gate.pay(admitted, locale);
        boolean shared = caching.isShared(request, admitted, exchange);
        operations
                .start(admitted, exchange, identity, locale)
                .result()
                .map(result ->
                        Answer.of(result, locale).costing(bill.settle(result).toMap(!shared)))
                .otherwise(failure -> Answer.of(failure, locale))
                .compose(answer -> {
                    if (shared) {
                        caching.allow(answer, exchange);
                    }
                    return answer.send(exchange, type);
                })
                .onFailure(unwritable -> exchange.fail(500, unwritable));
    }

    private static void refuse(Admitted admitted, RoutingContext exchange, Locale locale) {
        OperationDefinition.Operation kind = admitted.kind();
        boolean get = exchange.request().method().equals(HttpMethod.GET);
        if (kind == OperationDefinition.Operation.SUBSCRIPTION) {
            throw Refusal.badInput("subscription", locale);
        }
        if (get && kind == OperationDefinition.Operation.MUTATION) {
            throw HttpRefusal.method("POST", Refusal.badInput("getQueriesOnly", locale));
        }
        if (get && admitted.price().secrets() > 0) {
            throw HttpRefusal.method("POST", Refusal.badInput("getNoSecrets", locale));
        }
    }

    /// Gives what went wrong before or around GraphQL the same shape as any other error.
    void explain(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        if (failure instanceof AuthenticationRedirectException) {
            exchange.next();
            return;
        }
        Locale locale = locale(exchange);
        if (failure instanceof HttpRefusal http && http.allowed() != null) {
            exchange.response().putHeader("Allow", http.allowed());
        }
        if (!exchange.request().isEnded() && exchange.request().version() != HttpVersion.HTTP_2) {
            // Rather a new connection than to read a body that nobody wants.
            exchange.response().putHeader("Connection", "close");
        }
        ApiError error = ApiError.of(told(failure, exchange.statusCode(), locale), locale);
        int status = failure instanceof HttpRefusal http ? http.status() : status(exchange.statusCode(), error.code());
        Future<Void> _ =
                Answer.of(error).send(exchange, MediaType.acceptable(exchange).orElse(MediaType.JSON), status);
    }

    private static int status(int given, Code code) {
        return given >= 400 && given < 500 ? given : Answer.status(code);
    }

    private static Throwable told(Throwable failure, int status, Locale locale) {
        return switch (failure) {
            case HttpRefusal http -> http.refusal();
            case UnauthorizedException _ -> Refusal.of(Code.UNAUTHENTICATED, locale);
            case AuthenticationException _ -> Refusal.of(Code.UNAUTHENTICATED, locale);
            case ForbiddenException _ -> Refusal.of(Code.FORBIDDEN, locale);
            case null, default ->
                status == 413 ? Refusal.badInput("large", locale) : unforeseen(failure, status, locale);
        };
    }

    private static Throwable unforeseen(Throwable failure, int status, Locale locale) {
        boolean ofTheClient = status >= 400 && status < 500;
        return failure == null || ofTheClient
                ? Refusal.of(ofTheClient ? Code.BAD_USER_INPUT : Code.INTERNAL, locale)
                : failure;
    }

    static Locale locale(RoutingContext exchange) {
        return Texts.negotiate(exchange.request().getHeader("Accept-Language"));
    }
}
