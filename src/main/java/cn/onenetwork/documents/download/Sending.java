package cn.onenetwork.documents.download;

import cn.onenetwork.documents.Storage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Sends bytes at the pace of the client.
///
/// The next piece is read when the last one was taken, so that a slow client costs no memory, a client that went
/// away ends the reading, and one that takes nothing for too long is let go.
@ApplicationScoped
class Sending {

    private final Storage storage;
    private final Duration stall;

    Sending(Storage storage, DownloadConfig config) {
        this.storage = storage;
        this.stall = config.stall();
    }

    /// The headers alone.
    Uni<Void> head(RoutingContext exchange) {
        return done(exchange.response()::end);
    }

    /// The part of the content, after headers that promise exactly that.
    ///
    /// @return fails where less was sent than promised
    Uni<Void> body(Content content, ByteRange range, RoutingContext exchange) {
        return switch (content) {
            case Content.Original original -> stored(original.document().storageKey(), range, exchange.response());
            case Content.Marked marked ->
                done(() -> exchange.response().sendFile(marked.copy().file().toString(), range.from(), range.length()));
        };
    }

    private Uni<Void> stored(String key, ByteRange range, HttpServerResponse response) {
        AtomicLong left = new AtomicLong(range.length());
        return storage.read(key, range.from(), range.length())
                .onItem()
                .transformToUniAndConcatenate(bytes -> written(bytes, left, response))
                .onItem()
                .ignoreAsUni()
                .chain(() -> ended(left.get(), response));
    }

    private Uni<Void> written(Buffer bytes, AtomicLong left, HttpServerResponse response) {
        if (left.addAndGet(-bytes.length()) < 0) {
            return Uni.createFrom().failure(new IllegalStateException("the storage gave more than was asked for"));
        }
        return done(() -> response.write(bytes)).ifNoItem().after(stall).fail();
    }

    private static Uni<Void> ended(long left, HttpServerResponse response) {
        return left == 0
                ? done(response::end)
                : Uni.createFrom().failure(new EOFException("the storage gave less than was asked for"));
    }

    private static Uni<Void> done(Supplier<Future<Void>> sent) {
        return Uni.createFrom().completionStage(() -> sent.get().toCompletionStage());
    }

    /// Ends a response in a way that nobody takes for its end.
    void breakOff(RoutingContext exchange) {
        if (exchange.request().version() == HttpVersion.HTTP_2) {
            boolean _ = exchange.response().reset();
        } else {
            Future<Void> _ = exchange.request().connection().close();
        }
    }
}
