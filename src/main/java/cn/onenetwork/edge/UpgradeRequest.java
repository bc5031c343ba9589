package cn.onenetwork.edge;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper.QuarkusCookie;
import io.vertx.core.http.HttpServerRequest;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Ends, in Quarkus' books, the HTTP request that became a socket.
///
/// Quarkus counts the requests that are being answered, and a stop waits until there are none. But a request
/// that was upgraded is never answered, so after the first socket of its life a pod would always use up
/// `quarkus.shutdown.timeout`. The end of a request can be told to Quarkus only from inside of it; hence the
/// handle.
@RegisterForReflection(targets = QuarkusRequestWrapper.class, fields = false)
final class UpgradeRequest {

    private static final MethodHandle DONE = done();

    private UpgradeRequest() {}

    private static MethodHandle done() {
        try {
            return MethodHandles.privateLookupIn(QuarkusRequestWrapper.class, MethodHandles.lookup())
                    .findVirtual(QuarkusRequestWrapper.class, "done", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException changed) {
            throw new ExceptionInInitializerError(changed);
        }
    }

    /// Call it when the socket is closed. Where Quarkus does not count, nothing happens.
    static void end(HttpServerRequest request) {
        if (request.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME) instanceof QuarkusCookie counted) {
            try {
                DONE.invokeExact(counted.getRequestWrapper());
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
