package cn.onenetwork.edge;

import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.ClientAddress;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// Who is counted: a person, or an address where nobody is logged in.
///
/// The address is that of the connection. Behind a proxy `quarkus.http.proxy.*` says whose word is taken for
/// another one; a header by itself is nobody's word.
///
/// @param name  never shown and never logged
/// @param build of the app, as it says itself; null where it says nothing
record Asker(String name, boolean isPerson, @Nullable String build) {

    private static final int LONGEST_BUILD = 40;

    static Asker of(SecurityIdentity identity, RoutingContext exchange) {
        String build = build(exchange);
        return Callers.subject(identity)
                .map(person -> new Asker(person, true, build))
                .orElseGet(() -> new Asker(
                        ClientAddress.network(exchange.request().remoteAddress().hostAddress()), false, build));
    }

    /// Our own header, or the one that Apollo's clients send.
    private static @Nullable String build(RoutingContext exchange) {
        String own = exchange.request().getHeader("X-App-Build");
        String build = own == null ? exchange.request().getHeader("apollographql-client-version") : own;
        return build == null || build.length() > LONGEST_BUILD ? null : build;
    }
}
