package cn.onenetwork.identity;

import io.vertx.core.http.HttpServerRequest;

/// The header `WWW-Authenticate` of a 401, by RFC 6750, section 3.
public final class Challenge {

    private static final String REALM = "Bearer realm=\"one-network\"";

    private Challenge() {}

    /// For this request: with `invalid_token` where it came with a token that was refused, whatever was wrong with it;
    /// without an error where it came with none.
    public static String of(HttpServerRequest request) {
        return hasCredentials(request) ? REALM + ", error=\"invalid_token\"" : REALM;
    }

    /// Whether the client has tried to say who it is. An empty header says nothing.
    static boolean hasCredentials(HttpServerRequest request) {
        return request.headers().getAll("Authorization").stream().anyMatch(header -> !header.isBlank());
    }
}
