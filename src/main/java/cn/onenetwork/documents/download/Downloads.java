package cn.onenetwork.documents.download;

import cn.onenetwork.cases.AccessLog;
import cn.onenetwork.documents.Storage;
import cn.onenetwork.documents.watermark.NoCopy;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.Challenge;
import cn.onenetwork.platform.ApiError;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import cn.onenetwork.platform.Texts;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The door of the downloads: `GET` and `HEAD` of `/documents/{id}?ticket=…`.
///
/// In this order: the right, the range, the row of the access log, the first byte. Each part of a download that
/// goes on is a row of its own.
@ApplicationScoped
class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);
    private static final String PATH = "/documents/:id";

    private final Downloading downloading;
    private final AccessLog log;
    private final Sending sending;

    Downloads(Downloading downloading, AccessLog log, Sending sending) {
        this.downloading = downloading;
        this.log = log;
        this.sending = sending;
    }

    void mount(@Observes Router router) {
        router.route(PATH).handler(this::serve).failureHandler(this::explain);
    }

    private void serve(RoutingContext exchange) {
        HttpMethod method = exchange.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            throw DownloadRefusal.method(locale(exchange));
        }
        Context context = Vertx.currentContext();
        downloading
                .granted(
                        exchange.pathParam("id"),
                        exchange.request().getParam("ticket"),
                        bearer(exchange),
                        locale(exchange))
                .emitOn(work -> context.runOnContext(_ -> work.run()))
                .chain(grant -> given(grant, exchange))
                .subscribe()
                .with(_ -> {}, exchange::fail);
    }

    private Uni<Void> given(Grant grant, RoutingContext exchange) {
        Locale locale = locale(exchange);
        DownloadHeaders headers = new DownloadHeaders(grant);
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            headers.whole(exchange.response());
            return sending.head(exchange);
        }
        ByteRange range = headers.range(exchange.request())
                .orElseThrow(() -> DownloadRefusal.range(grant.content().size(), locale));
        return log.record(List.of(grant.access(range, locale)))
                .onFailure()
                .transform(failure -> unlogged(failure, locale))
                .invoke(() -> headers.part(exchange.response(), range))
                .chain(() -> sending.body(grant.content(), range, exchange));
    }

    /// What cannot be written down is not given.
    private static Throwable unlogged(Throwable failure, Locale locale) {
        DownloadRefusal refusal = DownloadRefusal.unavailable(locale);
        LOG.errorf(
                "The access log could not be written (%s), so that nothing was given, error id %s",
                failure.getClass().getName(), refusal.refusal().errorId());
        return refusal;
    }

    /// Who is logged in beside the ticket; null for nobody, which is usual: a browser opens an address without
    /// headers.
    private static @Nullable String bearer(RoutingContext exchange) {
        return Callers.subject(exchange).orElse(null);
    }

    /// Gives what went wrong the shape of any other error of the API. Once bytes are out there is nothing left to
    /// say: the connection is broken off, so that no part passes for the whole.
    private void explain(RoutingContext exchange) {
        if (exchange.response().headWritten()) {
            LOG.infof(
                    "A download was broken off (%s)",
                    exchange.failure() == null
                            ? ""
                            : exchange.failure().getClass().getName());
            sending.breakOff(exchange);
            return;
        }
        Locale locale = locale(exchange);
        Throwable told = told(exchange.failure(), exchange.statusCode(), locale);
        exchange.response().headers().clear();
        if (told instanceof DownloadRefusal refusal) {
            refusal.headers().forEach(exchange.response()::putHeader);
        }
        if (told instanceof Refusal refused && refused.code() == Code.UNAUTHENTICATED) {
            exchange.response().putHeader("WWW-Authenticate", Challenge.of(exchange.request()));
        }
        ApiError error = ApiError.of(told instanceof DownloadRefusal refusal ? refusal.refusal() : told, locale);
        Future<Void> _ = exchange.response()
                .setStatusCode(status(told, error.code()))
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(new JsonObject().put("errors", List.of(error.toMap())).toBuffer());
    }

    private static Throwable told(@Nullable Throwable failure, int status, Locale locale) {
        return switch (failure) {
            case NoCopy none -> noCopy(none, locale);
            case RejectedExecutionException _ -> DownloadRefusal.unavailable(locale);
            case Storage.StorageUnavailable away -> away(away, locale);
            case UnauthorizedException _ -> Refusal.of(Code.UNAUTHENTICATED, locale);
            case AuthenticationException _ -> Refusal.of(Code.UNAUTHENTICATED, locale);
            case null -> Refusal.of(status >= 400 && status < 500 ? Code.BAD_USER_INPUT : Code.INTERNAL, locale);
            default -> failure;
        };
    }

    private static DownloadRefusal noCopy(NoCopy none, Locale locale) {
        DownloadRefusal refusal = DownloadRefusal.noCopy(locale);
        LOG.warnf(
                "No copy with a watermark: %s (%s), error id %s",
                none.getMessage(),
                none.getCause() == null ? "" : none.getCause().getClass().getName(),
                refusal.refusal().errorId());
        return refusal;
    }

    private static DownloadRefusal away(Storage.StorageUnavailable away, Locale locale) {
        DownloadRefusal refusal = DownloadRefusal.unavailable(locale);
        LOG.errorf(
                "The storage is away: %s, error id %s",
                away.getMessage(), refusal.refusal().errorId());
        return refusal;
    }

    private static int status(Throwable told, Code code) {
        return told instanceof DownloadRefusal refusal
                ? refusal.status()
                : switch (code) {
                    case UNAUTHENTICATED -> 401;
                    case BAD_USER_INPUT -> 400;
                    case UNAVAILABLE -> 503;
                    default -> 500;
                };
    }

    private static Locale locale(RoutingContext exchange) {
        return Texts.negotiate(exchange.request().getHeader("Accept-Language"));
    }
}
