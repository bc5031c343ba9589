package cn.onenetwork.platform;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The events of a subscription before anything was selected from them: the source event stream of the GraphQL
/// specification (6.2.3).
///
/// A resolver offers it beside what it returns, so that whoever delivers the events can select from each once for
/// all who asked for the same, instead of once for every subscriber. It is handed over by the Vert.x context of
/// the operation, which nobody else uses.
public final class SourceStream {

    private static final Object KEY = SourceStream.class;

    private SourceStream() {}

    /// The stream as a resolver returns it, after it was laid down for whoever delivers it: bare, because every
    /// operator of Mutiny keeps the context of whoever made it for as long as the stream lives.
    public static <T> Multi<T> offer(Flow.Publisher<T> stream) {
        Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(KEY, stream);
        }
        return Multi.createFrom().publisher(stream);
    }

    /// What was offered on this context, once; null where nothing was.
    public static Flow.@Nullable Publisher<?> take(Context context) {
        Flow.Publisher<?> offered = context.getLocal(KEY);
        context.removeLocal(KEY);
        return offered;
    }
}
