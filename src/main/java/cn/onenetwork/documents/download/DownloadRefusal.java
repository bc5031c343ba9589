package cn.onenetwork.documents.download;

import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import java.util.Locale;
import java.util.Map;

/// Why no bytes are given, and the status and headers that tell it over HTTP.
final class DownloadRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final Refusal refusal;
    private final transient Map<String, String> headers;

    private DownloadRefusal(int status, Refusal refusal, Map<String, String> headers) {
        super(refusal.getMessage(), refusal, false, false);
        this.status = status;
        this.refusal = refusal;
        this.headers = headers;
    }

    /// There is none, or not for this person: which of the two is not told.
    static DownloadRefusal notFound(Locale locale) {
        return new DownloadRefusal(404, Refusal.of(Code.NOT_FOUND, locale), Map.of());
    }

    static DownloadRefusal expired(Locale locale) {
        return new DownloadRefusal(410, Refusal.of(Code.NOT_FOUND, "ticketExpired", locale), Map.of());
    }

    static DownloadRefusal method(Locale locale) {
        return new DownloadRefusal(405, Refusal.badInput("readOnly", locale), Map.of("Allow", "GET, HEAD"));
    }

    /// No byte of the range is there.
    static DownloadRefusal range(long size, Locale locale) {
        return new DownloadRefusal(416, Refusal.badInput("range", locale), Map.of("Content-Range", "bytes */" + size));
    }

    /// A file of which no copy with a watermark can be made.
    static DownloadRefusal noCopy(Locale locale) {
        return new DownloadRefusal(422, Refusal.badInput("noCopy", locale), Map.of());
    }

    static DownloadRefusal unavailable(Locale locale) {
        return new DownloadRefusal(503, Refusal.of(Code.UNAVAILABLE, locale), Map.of("Retry-After", "5"));
    }

    int status() {
        return status;
    }

    Refusal refusal() {
        return refusal;
    }

    Map<String, String> headers() {
        return headers;
    }
}
