package cn.onenetwork.documents.download;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The headers of a download (RFC 9110): which part is asked for, and what is said of what is given.
final class DownloadHeaders {

    /// The only form of a date that may be sent (RFC 9110, section 5.6.7).
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Grant grant;

    DownloadHeaders(Grant grant) {
        this.grant = grant;
    }

    /// The part that is asked for; empty where there is no byte of it. With an `If-Range` that names other bytes,
    /// or a date, which names none exactly, it is the whole.
    Optional<ByteRange> range(HttpServerRequest request) {
        String known = request.getHeader("If-Range");
        long size = grant.content().size();
        return known == null || known.equals(grant.content().entityTag())
                ? ByteRange.asked(request.getHeader("Range"), size)
                : Optional.of(ByteRange.whole(size));
    }

    void whole(HttpServerResponse response) {
        part(response, ByteRange.whole(grant.content().size()));
    }

    /// Status and headers of a part, or of the whole. Nothing is kept by anybody on the way, and a browser that
    /// shows it anyway runs nothing in it.
    void part(HttpServerResponse response, ByteRange range) {
        ReadyDocument document = grant.document();
        long size = grant.content().size();
        if (range.length() < size) {
            response.setStatusCode(206).putHeader("Content-Range", range.of(size));
        }
        if (grant.ticket().ofStaff()) {
            response.putHeader("X-Watermark", grant.marked() ? "applied" : "none");
        }
        response.putHeader("Content-Type", document.mediaType())
                .putHeader("Content-Length", Long.toString(range.length()))
                .putHeader(
                        "Content-Disposition",
                        AttachmentName.of(document.fileName(), document.mediaType())
                                .contentDisposition())
                .putHeader("Accept-Ranges", "bytes")
                .putHeader("ETag", grant.content().entityTag())
                .putHeader("Last-Modified", HTTP_DATE.format(document.since()))
                .putHeader("Cache-Control", "private, no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .putHeader("Referrer-Policy", "no-referrer");
    }
}
