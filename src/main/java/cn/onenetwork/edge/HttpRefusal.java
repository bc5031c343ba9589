package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// A request that is no GraphQL over HTTP, or not one that is taken here: told by the status as well.
final class HttpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final Refusal refusal;
    private final @Nullable String allowed;

    HttpRefusal(int status, Refusal refusal) {
        this(status, refusal, null);
    }

    private HttpRefusal(int status, Refusal refusal, @Nullable String allowed) {
        super(refusal.getMessage(), refusal, false, false);
        this.status = status;
        this.refusal = refusal;
        this.allowed = allowed;
    }

    /// 405, with the methods that are allowed.
    static HttpRefusal method(String allowed, Refusal refusal) {
        return new HttpRefusal(405, refusal, allowed);
    }

    int status() {
        return status;
    }

    Refusal refusal() {
        return refusal;
    }

    /// The `Allow` header of a 405.
    @Nullable
    String allowed() {
        return allowed;
    }
}
