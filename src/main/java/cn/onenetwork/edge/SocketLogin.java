package cn.onenetwork.edge;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who is on the other end of a socket, and until when.
///
/// A browser cannot set headers on a WebSocket, so the token comes in the payload of `connection_init`, under
/// the name of the header it replaces. It is proven exactly like that header. Without it the identity of the
/// upgrade request counts: nobody, the token of a native app, or in development the session of the explorer.
final class SocketLogin {

    private static final String EXPIRY = "quarkus.identity.expire-time";

    private SocketLogin() {}

    /// The identity of a socket; a failure where the payload holds a token that is none.
    static Uni<SecurityIdentity> identity(RoutingContext upgrade, JsonObject payload) {
        return authorization(payload)
                .map(given -> given instanceof JsonString token
                        ? authenticate(upgrade, token.getString())
                        : Uni.createFrom().<SecurityIdentity>failure(new AuthenticationFailedException()))
                .orElseGet(() -> Uni.createFrom().item(ofUpgrade(upgrade)));
    }

    private static Optional<JsonValue> authorization(JsonObject payload) {
        return payload.entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase("authorization"))
                .<JsonValue>map(member -> member.getValue())
                .filter(value -> value.getValueType() != JsonValue.ValueType.NULL)
                .filter(value ->
                        !(value instanceof JsonString text && text.getString().isBlank()))
                .findFirst();
    }

    private static Uni<SecurityIdentity> authenticate(RoutingContext upgrade, String authorization) {
        HttpAuthenticator authenticator = upgrade.get(HttpAuthenticator.class.getName());
        upgrade.request().headers().set(HttpHeaders.AUTHORIZATION, authorization);
        return authenticator
                .attemptAuthentication(upgrade)
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .invoke(identity -> QuarkusHttpUser.setIdentity(identity, upgrade));
    }

    static SecurityIdentity ofUpgrade(RoutingContext upgrade) {
        return ((QuarkusHttpUser) upgrade.user()).getSecurityIdentity();
    }

    /// How long a socket of this identity may stay: until a little before its token expires, so that the client
    /// is back with a new one in time. A token that is as good as expired may still be used up.
    static Optional<Duration> timeLeft(SecurityIdentity identity, Clock clock, Duration margin) {
        Long expiry = identity.getAttribute(EXPIRY);
        if (expiry == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(expiry));
        return Optional.of(left.compareTo(margin) > 0 ? left.minus(margin) : left);
    }
}
