package cn.onenetwork.documents;

import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Texts;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/// tus 1.0.0 at `/uploads/{id}`, where the id is that of a ticket: core, creation, creation-with-upload,
/// termination, checksum, expiration.
///
/// Clients that create (`endpoint`) and clients that only go on (`uploadUrl`) both use the address of the
/// ticket. The identity is the one that Quarkus has verified, as at `/graphql`.
@ApplicationScoped
class TusRoutes {

    private static final Logger LOG = Logger.getLogger(TusRoutes.class);
    private static final String PATH = "/uploads";
    private static final String METHODS = "OPTIONS, HEAD, POST, PATCH, DELETE";
    private static final String EXTENSIONS = "creation,creation-with-upload,termination,checksum,expiration";

    private final Uploading uploading;
    private final DocumentsConfig config;

    TusRoutes(Uploading uploading, DocumentsConfig config) {
        this.uploading = uploading;
        this.config = config;
    }

    void mount(@Observes Router router) {
        router.route(PATH).handler(this::serve).failureHandler(this::explain);
        router.route(PATH + "/:id").handler(this::serve).failureHandler(this::explain);
    }

    private void serve(RoutingContext exchange) {
        exchange.request().pause();
        Locale locale = Texts.negotiate(exchange.request().getHeader("Accept-Language"));
        try {
            answer(TusRequest.of(exchange))
                    .otherwise(failure -> TusAnswer.of(failure, locale))
                    .onSuccess(answer -> answer.send(exchange.request()))
                    .onFailure(broken ->
                            LOG.errorf("No answer: %s", broken.getClass().getName()));
        } catch (RuntimeException refused) {
            TusAnswer.of(refused, locale).send(exchange.request());
        }
    }

    private Future<TusAnswer> answer(TusRequest request) {
        if (request.method().equals(HttpMethod.OPTIONS)) {
            return Future.succeededFuture(abilities());
        }
        request.requireVersion();
        Optional<String> who = Callers.subject(request.exchange());
        if (who.isEmpty()) {
            return Future.succeededFuture(TusAnswer.unauthenticated(request.exchange(), request.locale()));
        }
        if (request.exchange().pathParam("id") == null) {
            throw request.refused(404, "uploadTicket");
        }
        return act(request, who.get());
    }

    private Future<TusAnswer> act(TusRequest request, String who) {
        return switch (request.method().name()) {
            case "HEAD" -> uploading.look(request, who).map(TusRoutes::state);
            case "POST" -> create(request, who);
            case "PATCH" -> patch(request, who);
            case "DELETE" -> uploading.terminate(request, who).map(_ -> TusAnswer.of(204));
            default ->
                Future.succeededFuture(TusAnswer.of(request.refused(405, "uploadMethod"), request.locale())
                        .with("Allow", METHODS));
        };
    }

    private TusAnswer abilities() {
        return TusAnswer.of(204)
                .with("Allow", METHODS)
                .with("Tus-Version", TusRequest.VERSION)
                .with("Tus-Extension", EXTENSIONS)
                .with("Tus-Checksum-Algorithm", TusRequest.ALGORITHM)
                .with("Tus-Max-Size", Long.toString(config.maxPerCase().asLongValue()));
    }

    private static TusAnswer state(Upload upload) {
        TusAnswer answer = TusAnswer.of(200)
                .withOffset(upload.offset())
                .with("Upload-Length", Long.toString(upload.content().size()));
        return expiring(answer, upload);
    }

    private static TusAnswer expiring(TusAnswer answer, Upload upload) {
        return upload.open() && !upload.content().whole() ? answer.withExpiry(upload.expiresAt()) : answer;
    }

    private Future<TusAnswer> patch(TusRequest request, String who) {
        request.requireBytes();
        return uploading
                .write(request, who, request.offset())
                .map(upload -> expiring(TusAnswer.of(204).withOffset(upload.offset()), upload));
    }

    /// The ticket has created it already; creation compares, and takes the first bytes where some are sent.
    private Future<TusAnswer> create(TusRequest request, String who) {
        long length = request.length().orElseThrow(() -> request.refused(400, "uploadLength"));
        if (length > config.maxPerCase().asLongValue()) {
            throw request.refused(413, "uploadLarge");
        }
        if (request.hasBody()) {
            request.requireBytes();
        }
        return uploading
                .look(request, who)
                .map(upload -> {
                    if (upload.content().size() != length) {
                        throw request.refused(400, "uploadLength");
                    }
                    return upload;
                })
                .compose(
                        upload -> request.hasBody() ? uploading.write(request, who, 0) : Future.succeededFuture(upload))
                .map(upload -> expiring(TusAnswer.of(201), upload)
                        .with("Location", PATH + "/" + upload.id())
                        .withOffset(upload.offset()));
    }

    /// Gives what Quarkus refused before it came here the same shape as any other error.
    private void explain(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        Locale locale = Texts.negotiate(exchange.request().getHeader("Accept-Language"));
        switch (failure) {
            case AuthenticationRedirectException _ -> exchange.next();
            case UnauthorizedException _ ->
                TusAnswer.unauthenticated(exchange, locale).send(exchange.request());
            case AuthenticationException _ ->
                TusAnswer.unauthenticated(exchange, locale).send(exchange.request());
            case null -> exchange.next();
            default -> TusAnswer.of(failure, locale).send(exchange.request());
        }
    }
}
