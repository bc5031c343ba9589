package cn.onenetwork.documents;

import cn.onenetwork.identity.Challenge;
import cn.onenetwork.platform.ApiError;
import cn.onenetwork.platform.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes back to a tus client.
///
/// @param error the one shape of an error of the API; null where there is none
record TusAnswer(
        int status, Map<String, String> headers, @Nullable ApiError error) {

    /// Unread bodies up to this size are read and dropped, so that the connection can be kept.
    private static final long READ_ANYWAY = 1024 * 1024;

    private static final long SOON_MILLIS = 300;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    static TusAnswer of(int status) {
        return new TusAnswer(status, Map.of(), null);
    }

    /// The answer to what went wrong; an unforeseen failure is logged under the id in the answer.
    static TusAnswer of(Throwable failure, Locale locale) {
        return switch (failure) {
            case TusRefusal refused -> refused(refused.status(), refused.refusal());
            case Storage.ContentLost _ -> refused(409, Refusal.badInput("uploadOffset", locale));
            case Storage.StorageUnavailable full
            when full.isFull() -> refused(507, Refusal.of(Refusal.Code.UNAVAILABLE, "storageFull", locale));
            case Storage.StorageUnavailable _ -> refused(503, Refusal.of(Refusal.Code.UNAVAILABLE, "storage", locale));
            default -> unforeseen(ApiError.of(failure, locale));
        };
    }

    private static TusAnswer refused(int status, Refusal refusal) {
        TusAnswer answer = new TusAnswer(status, Map.of(), ApiError.of(refusal, Locale.ROOT));
        return switch (status) {
            case 412 -> answer.with("Tus-Version", TusRequest.VERSION);
            case 423 -> answer.with("Retry-After", "1");
            case 503 -> answer.with("Retry-After", "5");
            default -> answer;
        };
    }

    static TusAnswer unauthenticated(RoutingContext exchange, Locale locale) {
        return refused(401, Refusal.of(Refusal.Code.UNAUTHENTICATED, locale))
                .with("WWW-Authenticate", Challenge.of(exchange.request()));
    }

    private static TusAnswer unforeseen(ApiError error) {
        boolean away = error.code() == Refusal.Code.UNAVAILABLE;
        TusAnswer answer = new TusAnswer(away ? 503 : 500, Map.of(), error);
        return away ? answer.with("Retry-After", "5") : answer;
    }

    TusAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TusAnswer(status, more, error);
    }

    TusAnswer withOffset(long offset) {
        return with("Upload-Offset", Long.toString(offset));
    }

    TusAnswer withExpiry(Instant expiresAt) {
        return with("Upload-Expires", HTTP_DATE.format(expiresAt));
    }

    /// Sends it. A short body that nobody has read is read before, if it comes soon: an answer on a connection
    /// that is then closed with bytes unread might never arrive.
    void send(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        boolean brief = length != null && length.matches("\\d{1,7}") && Long.parseLong(length) <= READ_ANYWAY;
        if (!brief
                || request.isEnded()
                || request.response().closed()
                || request.headers().contains("Expect")) {
            write(request);
            return;
        }
        Vertx vertx = Vertx.currentContext().owner();
        long timer = vertx.setTimer(SOON_MILLIS, _ -> write(request));
        request.exceptionHandler(_ -> {})
                .handler(_ -> {})
                .endHandler(_ -> {
                    if (vertx.cancelTimer(timer)) {
                        write(request);
                    }
                })
                .resume();
    }

    private void write(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (!request.isEnded() && request.version() != HttpVersion.HTTP_2) {
            response.putHeader("Connection", "close");
        }
        headers.forEach(response::putHeader);
        response.setStatusCode(status)
                .putHeader("Tus-Resumable", TusRequest.VERSION)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (error == null) {
            response.end().onFailure(_ -> {});
        } else {
            response.putHeader("Content-Type", "application/json; charset=utf-8")
                    .end(new JsonObject(Map.of("errors", List.of(error.toMap()))).toBuffer())
                    .onFailure(_ -> {});
        }
    }
}
