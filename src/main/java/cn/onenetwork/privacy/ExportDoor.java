package cn.onenetwork.privacy;

import cn.onenetwork.platform.ApiError;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import cn.onenetwork.platform.Texts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// The door of the exports: `GET /me/export?ticket=…`. The ticket is the whole right, for a few minutes.
@ApplicationScoped
class ExportDoor {

    private static final Logger LOG = Logger.getLogger(ExportDoor.class);

    private final ExportTickets tickets;
    private final Exporting exporting;
    private final int atOnce;
    private final Duration stall;
    private final AtomicInteger underWay = new AtomicInteger();

    ExportDoor(ExportTickets tickets, Exporting exporting, PrivacyConfig config) {
        this.tickets = tickets;
        this.exporting = exporting;
        this.atOnce = config.export().atOnce();
        this.stall = config.export().stall();
    }

    void mount(@Observes Router router) {
        router.get(ExportTickets.PATH).handler(this::serve).failureHandler(this::explain);
    }

    private void serve(RoutingContext exchange) {
        Context context = Vertx.currentContext();
        Locale locale = locale(exchange);
        Uni.createFrom()
                .item(() -> tickets.open(exchange.request().getParam("ticket"))
                        .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, locale)))
                .invoke(() -> enter(locale))
                .chain(subject -> exporting
                        .archive(subject)
                        .emitOn(work -> context.runOnContext(_ -> work.run()))
                        .chain(archive -> given(archive, exchange.response()))
                        .onTermination()
                        .invoke(underWay::decrementAndGet))
                .subscribe()
                .with(_ -> {}, exchange::fail);
    }

    private void enter(Locale locale) {
        if (underWay.incrementAndGet() > atOnce) {
            underWay.decrementAndGet();
            throw Refusal.of(Code.UNAVAILABLE, locale);
        }
    }

    private Uni<Void> given(Multi<Buffer> archive, HttpServerResponse response) {
        response.setChunked(true)
                .putHeader("Content-Type", "application/zip")
                .putHeader("Content-Disposition", "attachment; filename=\"personal-data.zip\"")
                .putHeader("Cache-Control", "private, no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        return archive.onItem()
                .transformToUniAndConcatenate(piece -> done(() -> response.write(piece))
                        .ifNoItem()
                        .after(stall)
                        .fail())
                .onItem()
                .ignoreAsUni()
                .chain(() -> done(response::end));
    }

    private static Uni<Void> done(Supplier<Future<Void>> sent) {
        return Uni.createFrom().completionStage(() -> sent.get().toCompletionStage());
    }

    /// Gives what went wrong the shape of any other error of the API. Once bytes are out the connection is
    /// broken off, so that no part passes for the whole.
    private void explain(RoutingContext exchange) {
        if (exchange.response().headWritten()) {
            LOG.infof("An export was broken off (%s)", name(exchange.failure()));
            if (exchange.request().version() == HttpVersion.HTTP_2) {
                boolean _ = exchange.response().reset();
            } else {
                Future<Void> _ = exchange.request().connection().close();
            }
            return;
        }
        Locale locale = locale(exchange);
        ApiError error = ApiError.of(
                exchange.failure() == null ? Refusal.of(Code.BAD_USER_INPUT, locale) : exchange.failure(), locale);
        exchange.response().headers().clear();
        Future<Void> _ = exchange.response()
                .setChunked(false)
                .setStatusCode(status(error.code()))
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(new JsonObject().put("errors", List.of(error.toMap())).toBuffer());
    }

    private static String name(Throwable failure) {
        return failure == null ? "" : failure.getClass().getName();
    }

    private static int status(Code code) {
        return switch (code) {
            case NOT_FOUND -> 404;
            case UNAVAILABLE -> 503;
            case BAD_USER_INPUT -> 400;
            default -> 500;
        };
    }

    private static Locale locale(RoutingContext exchange) {
        return Texts.negotiate(exchange.request().getHeader("Accept-Language"));
    }
}
