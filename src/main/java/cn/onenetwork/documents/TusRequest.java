package cn.onenetwork.documents;

import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Texts;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a tus 1.0.0 request says, read strictly: a header that is not understood is refused, never guessed.
///
/// @param exchange where the answer goes
/// @param method   as overridden by `X-HTTP-Method-Override`, for clients that cannot PATCH
record TusRequest(RoutingContext exchange, HttpMethod method, Locale locale) {

    static final String VERSION = "1.0.0";
    static final String ALGORITHM = "sha256";

    private static final String BODY = "application/offset+octet-stream";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int DIGEST_BYTES = 32;

    static TusRequest of(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String instead = request.getHeader("X-HTTP-Method-Override");
        boolean overridden = request.method().equals(HttpMethod.POST) && instead != null;
        return new TusRequest(
                exchange,
                overridden ? HttpMethod.valueOf(instead.toUpperCase(Locale.ROOT)) : request.method(),
                Texts.negotiate(request.getHeader("Accept-Language")));
    }

    HttpServerRequest http() {
        return exchange.request();
    }

    /// Another version may mean anything, so nothing is done (412). The header is also what keeps the page of
    /// another web site from writing with a session cookie: a form cannot set it, and a script must ask first.
    void requireVersion() {
        if (!VERSION.equals(http().getHeader("Tus-Resumable"))) {
            throw refused(412, "tusVersion");
        }
    }

    UUID id() {
        try {
            return UUID.fromString(exchange.pathParam("id"));
        } catch (IllegalArgumentException unknown) {
            throw notFound();
        }
    }

    long offset() {
        return number("Upload-Offset").orElseThrow(() -> refused(400, "uploadOffset"));
    }

    OptionalLong length() {
        return number("Upload-Length");
    }

    private OptionalLong number(String header) {
        String value = http().getHeader(header);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(value).matches()) {
            throw refused(400, header.equals("Upload-Length") ? "uploadLength" : "uploadOffset");
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    /// Bytes of the body, where the client has said how many.
    OptionalLong bodyLength() {
        String value = http().getHeader("Content-Length");
        return value == null || !NUMBER.matcher(value).matches()
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(value));
    }

    /// Whether the body holds bytes of the upload.
    boolean carriesBytes() {
        String type = http().getHeader("Content-Type");
        return type != null
                && BODY.equalsIgnoreCase(type.replaceFirst(";.*", "").strip());
    }

    boolean hasBody() {
        return bodyLength().orElse(0) > 0 || http().headers().contains("Transfer-Encoding");
    }

    void requireBytes() {
        if (!carriesBytes()) {
            throw refused(415, "uploadType");
        }
    }

    /// The digest that the bytes of this request must have.
    Optional<byte[]> checksum() {
        String value = http().getHeader("Upload-Checksum");
        if (value == null) {
            return Optional.empty();
        }
        String[] parts = value.split(" ", -1);
        if (parts.length != 2 || !parts[0].equals(ALGORITHM)) {
            throw refused(400, "uploadAlgorithm");
        }
        byte[] digest = decoded(parts[1]);
        if (digest == null || digest.length != DIGEST_BYTES) {
            throw refused(400, "uploadAlgorithm");
        }
        return Optional.of(digest);
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    TusRefusal refused(int status, String variant) {
        return new TusRefusal(status, Refusal.badInput(variant, locale));
    }

    TusRefusal unavailable(int status, String variant) {
        return new TusRefusal(status, Refusal.of(Refusal.Code.UNAVAILABLE, variant, locale));
    }

    TusRefusal notFound() {
        return new TusRefusal(404, Refusal.of(Refusal.Code.NOT_FOUND, locale));
    }

    TusRefusal gone() {
        return new TusRefusal(410, Refusal.of(Refusal.Code.NOT_FOUND, "uploadExpired", locale));
    }
}
